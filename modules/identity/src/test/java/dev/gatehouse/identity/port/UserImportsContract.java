package dev.gatehouse.identity.port;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gatehouse.events.UnitOfWork;
import dev.gatehouse.identity.model.Credential;
import dev.gatehouse.identity.model.EmailAddress;
import dev.gatehouse.identity.model.PasswordHash;
import dev.gatehouse.identity.model.Samples;
import dev.gatehouse.identity.model.User;
import dev.gatehouse.identity.model.UserId;
import dev.gatehouse.identity.port.UserImports.Entry;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What everybody promises who adds many users at once. */
public interface UserImportsContract {

    UserImports imports();

    /** The repository that the users are added to. */
    IUserRepository users();

    /** The store of their credentials. */
    CredentialStore credentials();

    /** The unit of work that all of them take part in. */
    UnitOfWork work();

    private static Entry entry(User user) {
        return new Entry(user, new PasswordHash("$old$" + user.id()));
    }

    private Map<EmailAddress, UserId> inserted(List<Entry> entries) {
        return work().run(() -> imports().insert(entries));
    }

    private void demandThere(Entry entry) {
        assertThat(users().findById(entry.user().id())).contains(entry.user());
        assertThat(credentials().findByUser(entry.user().id()))
                .contains(new Credential(entry.user().id(), entry.passwordHash()));
    }

    @Test
    default void allAreAddedAsTheyAreWithTheirHashes() {
        var plain = entry(Samples.user());
        var confirmed = Samples.user();
        var other = entry(confirmed.withConfirmed(confirmed.email(), confirmed.createdAt()));
        assertThat(inserted(List.of(plain, other)))
                .containsOnly(
                        Map.entry(plain.user().email(), plain.user().id()),
                        Map.entry(other.user().email(), other.user().id()));
        demandThere(plain);
        demandThere(other);
    }

    @Test
    default void whoIsThereStaysAsTheyAre() {
        var there = entry(Samples.user());
        inserted(List.of(there));
        User again = User.register(
                Samples.userId(),
                EmailAddress.of(there.user().email().address().toUpperCase(Locale.ROOT)),
                there.user().name(),
                null,
                Samples.NOW);
        var fresh = entry(Samples.user());
        assertThat(inserted(List.of(entry(again), fresh)))
                .containsEntry(again.email(), there.user().id())
                .containsEntry(fresh.user().email(), fresh.user().id());
        demandThere(there);
        demandThere(fresh);
        assertThat(users().findById(again.id())).isEmpty();
        assertThat(credentials().findByUser(again.id())).isEmpty();
    }

    @Test
    default void ofEqualAddressesOneIsAdded() {
        User one = Samples.user();
        User same = User.register(Samples.userId(), one.email(), one.name(), null, Samples.NOW);
        Map<EmailAddress, UserId> owners = inserted(List.of(entry(one), entry(same)));
        assertThat(owners.get(one.email())).isIn(one.id(), same.id());
        assertThat(Stream.of(one, same)
                        .filter(user -> users().findById(user.id()).isPresent()))
                .hasSize(1);
    }

    @Test
    default void aUnitThatFailsAddsNobody() {
        var entry = entry(Samples.user());
        assertThatThrownBy(() -> work().run(() -> {
                    imports().insert(List.of(entry));
                    throw new IllegalStateException("the unit failed");
                }))
                .isInstanceOf(IllegalStateException.class);
        assertThat(users().findById(entry.user().id())).isEmpty();
    }

    @Test
    default void whoImportsTheSameAtOnceInOtherOrdersAgrees() {
        var samples = Stream.generate(Samples::user).limit(50).toList();
        var owners = InParallel.run(8, number -> {
            var mine = new ArrayList<>(samples.stream()
                    .map(user ->
                            entry(User.register(Samples.userId(), user.email(), user.name(), null, user.createdAt())))
                    .toList());
            Collections.rotate(mine, number * 7);
            return inserted(mine);
        });
        assertThat(owners.stream().distinct()).hasSize(1);
        owners.getFirst().values().forEach(id -> assertThat(users().findById(id))
                .isPresent());
    }

    @Test
    default void aThousandAreAddedAtOnce() {
        var entries = Stream.generate(() -> entry(Samples.user())).limit(1_000).toList();
        assertThat(inserted(entries)).hasSize(1_000);
        assertThat(inserted(entries)).hasSize(1_000);
        demandThere(entries.getLast());
    }
}
