package dev.gatehouse.identity.port;

import dev.gatehouse.events.InMemoryUnitOfWork;
import dev.gatehouse.identity.model.Credential;
import dev.gatehouse.identity.model.EmailAddress;
import dev.gatehouse.identity.model.User;
import dev.gatehouse.identity.model.UserId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Adds users to those of the in-memory unit of work. */
public final class InMemoryUserImports implements UserImports {

    private final InMemoryUnitOfWork work;
    private final InMemoryUserRepository users;
    private final CredentialStore credentials;

    public InMemoryUserImports(InMemoryUnitOfWork work, InMemoryUserRepository users, CredentialStore credentials) {
        this.work = work;
        this.users = users;
        this.credentials = credentials;
    }

    @Override
    public Map<EmailAddress, UserId> insert(List<Entry> entries) {
        return work.run(() -> {
            var owners = new HashMap<EmailAddress, UserId>();
            users.all().forEach(user -> owners.put(user.email(), user.id()));
            entries.forEach(entry -> owners.computeIfAbsent(entry.user().email(), free -> added(entry)));
            owners.keySet()
                    .retainAll(
                            entries.stream().map(entry -> entry.user().email()).toList());
            return owners;
        });
    }

    private UserId added(Entry entry) {
        User user = entry.user();
        users.insert(user);
        credentials.save(new Credential(user.id(), entry.passwordHash()));
        return user.id();
    }
}
