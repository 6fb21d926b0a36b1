package dev.gatehouse.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gatehouse.events.UnitOfWork;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What every store of audit entries promises. Entries of other tests may be about. */
public interface AuditStoreContract {

    Instant NOON = Instant.parse("2026-01-02T12:00:00.123456Z");

    AuditStore store();

    UnitOfWork work();

    private static AuditEntry entry(int second, Fact fact) {
        return entry(second, fact, Origin.NONE);
    }

    private static AuditEntry entry(int second, Fact fact, Origin origin) {
        return new AuditEntry(UUID.randomUUID(), NOON.plusSeconds(second), fact, origin);
    }

    private AuditEntry kept(int second, Fact fact) {
        var entry = entry(second, fact);
        store().append(List.of(entry));
        return entry;
    }

    private List<AuditEntry> about(UUID user, String... contacts) {
        return store().list(AuditQuery.about(user, Set.of(contacts)), null, 100);
    }

    private static AuditQuery where(
            UUID user,
            @Nullable Action action,
            @Nullable Outcome outcome,
            @Nullable Instant from,
            @Nullable Instant until) {
        return new AuditQuery(user, Set.of(), action, outcome, null, from, until);
    }

    @Test
    default void whatIsAppendedIsReadAsItWas() {
        UUID actor = UUID.randomUUID();
        UUID subject = UUID.randomUUID();
        var fact = new Fact(
                Action.LOG_IN, Outcome.DENIED, "disabled", actor, subject, "contact", Map.of("a", "1", "λ", "\"{}\\"));
        var whole = entry(0, fact, new Origin("request-1", "2001:db8::1", "an agent 🙂"));
        var bare = entry(1, Fact.done(Action.SETTINGS_REMOVE).by(actor));

        store().append(List.of(whole, bare));

        assertThat(about(actor)).containsExactly(bare, whole);
        assertThat(about(subject)).containsExactly(whole);
    }

    @Test
    default void ofAUnitThatFailsNothingIsThere() {
        UUID user = UUID.randomUUID();
        assertThatThrownBy(() -> work().run(() -> {
                    kept(0, Fact.done(Action.LOG_OUT).of(user));
                    throw new IllegalStateException("the work failed");
                }))
                .isInstanceOf(IllegalStateException.class);
        assertThat(about(user)).isEmpty();
    }

    @Test
    default void whatIsAppendedAgainIsLeftAsItIs() {
        UUID user = UUID.randomUUID();
        AuditEntry first = kept(0, Fact.done(Action.LOG_OUT).of(user));
        var another = entry(1, Fact.done(Action.REGISTER).of(user));
        store().append(List.of(
                new AuditEntry(first.id(), NOON, Fact.done(Action.LOG_IN).of(user), Origin.NONE), another));
        assertThat(about(user)).containsExactly(another, first);
    }

    @Test
    default void asManyAsMayBeAreAppendedAtOnce() {
        UUID user = UUID.randomUUID();
        var entries = IntStream.range(0, AuditStore.MOST)
                .mapToObj(second -> entry(second, Fact.done(Action.LOG_OUT).of(user)))
                .toList();
        store().append(entries);
        assertThat(store().list(AuditQuery.about(user, Set.of()), null, AuditStore.MOST + 1))
                .isEqualTo(entries.reversed());
    }

    @Test
    default void aUserIsFoundAsWhoDidItAsWhomAndByContactsWhereNobodyWasKnown() {
        UUID user = UUID.randomUUID();
        UUID other = UUID.randomUUID();
        String contact = "contact-" + user;
        AuditEntry own = kept(0, Fact.done(Action.LOG_IN).of(user).about(contact));
        AuditEntry did = kept(1, Fact.done(Action.LIMIT_BLOCK).by(user));
        AuditEntry suffered = kept(2, Fact.done(Action.ACCOUNT_UNLOCK).by(other).on(user));
        AuditEntry refused = kept(3, Fact.denied(Action.LOG_IN, "locked").about(contact));
        kept(4, Fact.denied(Action.LOG_IN, "locked").about("contact-" + other));
        AuditEntry anothers = kept(5, Fact.done(Action.LOG_IN).of(other).about(contact));

        assertThat(about(user)).containsExactly(suffered, did, own);
        assertThat(about(user, contact, "unknown")).containsExactly(refused, suffered, did, own);
        assertThat(about(other)).containsExactly(anothers, suffered);
    }

    @Test
    default void everyFilterNarrows() {
        UUID user = UUID.randomUUID();
        AuditEntry first = kept(0, Fact.done(Action.LOG_IN).of(user));
        AuditEntry second = kept(1, Fact.denied(Action.LOG_IN, "wrong-password").on(user));
        AuditEntry third = kept(2, Fact.done(Action.LOG_OUT).of(user));

        assertThat(store().list(where(user, Action.LOG_IN, null, null, null), null, 9))
                .containsExactly(second, first);
        assertThat(store().list(where(user, null, Outcome.DENIED, null, null), null, 9))
                .containsExactly(second);
        assertThat(store().list(where(user, null, null, second.at(), null), null, 9))
                .containsExactly(third, second);
        assertThat(store().list(where(user, null, null, first.at(), third.at()), null, 9))
                .containsExactly(second, first);
        assertThat(store().list(where(user, Action.LOG_IN, Outcome.DONE, second.at(), null), null, 9))
                .isEmpty();
    }

    @Test
    default void aRequestIsFoundByItsId() {
        String id = UUID.randomUUID().toString();
        var denied = entry(0, Fact.denied(Action.ACCESS, "forbidden"), new Origin(id, null, null));
        store().append(List.of(denied));
        var query = new AuditQuery(null, Set.of(), null, null, id, null, null);
        assertThat(store().list(query, null, 9)).containsExactly(denied);
        assertThat(store().list(new AuditQuery(null, Set.of(), null, null, id + "x", null, null), null, 9))
                .isEmpty();
    }

    @Test
    default void pagesFollowEachOtherAlsoAmongEntriesOfOneTime() {
        UUID user = UUID.randomUUID();
        for (int number = 0; number < 7; number++) {
            kept(
                    number / 3,
                    number % 2 == 0
                            ? Fact.done(Action.LOG_IN).on(user)
                            : Fact.done(Action.LOG_IN).by(user));
        }
        List<AuditEntry> all = about(user);
        var paged = new ArrayList<AuditEntry>();
        UUID after = null;
        List<AuditEntry> page;
        do {
            page = store().list(AuditQuery.about(user, Set.of()), after, 2);
            paged.addAll(page);
            after = page.isEmpty() ? null : page.getLast().id();
        } while (!page.isEmpty());

        assertThat(all).hasSize(7);
        assertThat(paged).isEqualTo(all);
    }

    @Test
    default void afterAnEntryThatIsNotThereThereIsNone() {
        assertThat(store().list(AuditQuery.ALL, UUID.randomUUID(), 9)).isEmpty();
    }

    @Test
    default void theLatestOfAllAreListedWithoutAFilter() {
        var latest = new AuditEntry(
                UUID.randomUUID(), Instant.parse("2096-01-01T00:00:00Z"), Fact.done(Action.AUDIT_OMIT), Origin.NONE);
        store().append(List.of(latest));
        assertThat(store().list(AuditQuery.ALL, null, 1))
                .allMatch(entry -> !entry.at().isBefore(latest.at()));
    }
}
