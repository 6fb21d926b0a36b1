package dev.gatehouse.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What everybody promises who knows from where users did what they did. */
public interface TracedOriginsContract {

    Origin ORIGIN = new Origin("request-1", "192.0.2.1", "Browser/1.0");

    TracedOrigins origins();

    /** The store of the entries. */
    AuditStore store();

    private AuditEntry kept(Fact fact, Origin origin) {
        var entry = new AuditEntry(UUID.randomUUID(), Instant.parse("2026-01-02T12:00:00.123456Z"), fact, origin);
        store().append(List.of(entry));
        return entry;
    }

    private AuditEntry read(AuditEntry entry, UUID user) {
        return store().list(AuditQuery.about(user, Set.of()), null, 100).stream()
                .filter(found -> found.id().equals(entry.id()))
                .findFirst()
                .orElseThrow();
    }

    @Test
    default void whatWasDoneStaysAndFromWhereIsForgotten() {
        UUID user = UUID.randomUUID();
        AuditEntry entry = kept(
                Fact.done(Action.LOG_IN)
                        .of(user)
                        .about("contact")
                        .with("session", "1")
                        .with("device", "phone"),
                ORIGIN);
        assertThat(origins().listOf(user)).containsExactly(entry);
        assertThat(origins().forget(user)).isOne();
        var forgotten = new AuditEntry(
                entry.id(),
                entry.at(),
                Fact.done(Action.LOG_IN).of(user).with("session", "1"),
                new Origin("request-1", null, null));
        assertThat(read(entry, user)).isEqualTo(forgotten);
        assertThat(origins().listOf(user)).isEmpty();
        assertThat(origins().forget(user)).isZero();
    }

    @Test
    default void whatWasTriedAtTheirAccountAndWhatTheyDidToOthersIsTheirs() {
        UUID user = UUID.randomUUID();
        AuditEntry tried = kept(Fact.denied(Action.LOG_IN, "wrong-password").on(user), ORIGIN);
        AuditEntry done = kept(Fact.done(Action.USER_DISABLE).by(user).on(UUID.randomUUID()), ORIGIN);
        assertThat(origins().listOf(user)).containsExactlyInAnyOrder(tried, done);
        assertThat(origins().forget(user)).isEqualTo(2);
    }

    @Test
    default void whereOthersWereWhoDidSomethingToThemStays() {
        UUID user = UUID.randomUUID();
        UUID administrator = UUID.randomUUID();
        AuditEntry others =
                kept(Fact.done(Action.USER_DISABLE).by(administrator).on(user), ORIGIN);
        assertThat(origins().listOf(user)).isEmpty();
        assertThat(origins().forget(user)).isZero();
        assertThat(read(others, user)).isEqualTo(others);
    }

    @Test
    default void aDeviceAloneIsForgottenToo() {
        UUID user = UUID.randomUUID();
        AuditEntry entry = kept(Fact.done(Action.LOG_IN).of(user).with("device", "phone"), Origin.NONE);
        assertThat(origins().listOf(user)).containsExactly(entry);
        assertThat(origins().forget(user)).isOne();
        assertThat(read(entry, user).fact()).isEqualTo(Fact.done(Action.LOG_IN).of(user));
        assertThat(origins().forget(user)).isZero();
    }

    @Test
    default void anEntryWithoutAnOriginHasNoneToForget() {
        UUID user = UUID.randomUUID();
        kept(Fact.done(Action.USER_DELETE).of(user), Origin.NONE);
        assertThat(origins().listOf(user)).isEmpty();
        assertThat(origins().forget(user)).isZero();
    }
}
