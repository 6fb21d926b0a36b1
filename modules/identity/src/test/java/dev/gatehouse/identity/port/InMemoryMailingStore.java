package dev.gatehouse.identity.port;

import dev.gatehouse.events.InMemoryUnitOfWork;
import dev.gatehouse.identity.model.MailPurpose;
import dev.gatehouse.identity.model.Mailing;
import dev.gatehouse.identity.model.UserId;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Mailings in a table of the in-memory unit of work. */
public final class InMemoryMailingStore implements MailingStore {

    private record Key(UserId user, MailPurpose purpose) {}

    private final InMemoryUnitOfWork work;
    private final Map<Key, Mailing> mailings;

    public InMemoryMailingStore(InMemoryUnitOfWork work) {
        this.work = work;
        mailings = work.table();
    }

    @Override
    public void put(Mailing mailing) {
        work.run(() -> Optional.ofNullable(mailings.put(key(mailing), mailing)));
    }

    @Override
    public Optional<Mailing> find(UserId user, MailPurpose purpose) {
        return work.run(() -> Optional.ofNullable(mailings.get(new Key(user, purpose))));
    }

    @Override
    public Optional<Mailing> findByDigest(String digest) {
        return work.run(() -> {
            Optional<Mailing> found = mailings.values().stream()
                    .filter(mailing -> digest.equals(mailing.digest()))
                    .findFirst();
            InParallel.giveWay();
            return found;
        });
    }

    @Override
    public boolean take(Mailing mailing) {
        return work.run(() -> mailing.digest() != null && mailings.remove(key(mailing), mailing));
    }

    @Override
    public void remove(UserId user, Set<MailPurpose> purposes) {
        work.run(() -> mailings.keySet().removeIf(key -> key.user().equals(user) && purposes.contains(key.purpose())));
    }

    private static Key key(Mailing mailing) {
        return new Key(mailing.user(), mailing.purpose());
    }
}
