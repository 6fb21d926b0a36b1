package dev.gatehouse.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.privacy.Erasure.Purged;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What every store of wishes to be erased promises. Each test begins with none. */
public interface ErasuresContract {

    Instant NOW = Instant.parse("2026-01-02T03:04:05.678901Z");
    Duration GRACE = Duration.ofDays(14);
    Instant DUE = NOW.plus(GRACE);
    Instant LATER = DUE.plusSeconds(60);

    Erasures erasures();

    private static Erasure wish() {
        return Erasure.wish(UUID.randomUUID(), UUID.randomUUID(), NOW, GRACE);
    }

    private Erasure requested() {
        Erasure wish = wish();
        assertThat(erasures().request(wish)).isTrue();
        return wish;
    }

    private static UUID person(Erasure wish) {
        return Optional.ofNullable(wish.person()).orElseThrow();
    }

    @Test
    default void aWishIsFoundByItsPersonAndByItsId() {
        Erasure wish = requested();
        assertThat(erasures().findOf(person(wish))).contains(wish);
        assertThat(erasures().find(wish.id())).contains(wish);
        assertThat(erasures().findOf(UUID.randomUUID())).isEmpty();
        assertThat(erasures().find(UUID.randomUUID())).isEmpty();
    }

    @Test
    default void aPersonHasOneWishAndTheFirstStays() {
        Erasure wish = requested();
        assertThat(erasures().request(Erasure.wish(UUID.randomUUID(), person(wish), LATER, GRACE)))
                .isFalse();
        assertThat(erasures().findOf(person(wish))).contains(wish);
    }

    @Test
    default void ofWishesOfOnePersonAtOnceOneIsKept() {
        UUID person = UUID.randomUUID();
        long kept = IntStream.range(0, 20)
                .parallel()
                .filter(number -> erasures().request(Erasure.wish(UUID.randomUUID(), person, NOW, GRACE)))
                .count();
        assertThat(kept).isOne();
    }

    @Test
    default void aWishThatIsTakenBackNeverWas() {
        Erasure wish = requested();
        assertThat(erasures().undo(person(wish), NOW)).isTrue();
        assertThat(erasures().find(wish.id())).isEmpty();
        assertThat(erasures().undo(person(wish), NOW)).isFalse();
        assertThat(erasures().claim(LATER, LATER)).isEmpty();
        assertThat(erasures().request(Erasure.wish(UUID.randomUUID(), person(wish), NOW, GRACE)))
                .isTrue();
    }

    @Test
    default void whatIsDueIsTakenOnceAndTheOldestFirst() {
        Erasure second = Erasure.wish(UUID.randomUUID(), UUID.randomUUID(), NOW.plusSeconds(1), GRACE);
        erasures().request(second);
        Erasure first = requested();
        assertThat(erasures().claim(DUE.minusMillis(1), LATER)).isEmpty();
        assertThat(erasures().claim(LATER, LATER.plusSeconds(60))).contains(first);
        assertThat(erasures().claim(LATER, LATER.plusSeconds(60))).contains(second);
        assertThat(erasures().claim(LATER, LATER.plusSeconds(60))).isEmpty();
        assertThat(erasures().claim(LATER.plusSeconds(60), LATER.plusSeconds(120)))
                .isPresent();
    }

    @Test
    default void ofManyWhoTakeWhatIsDueOneDoes() {
        requested();
        long taken = IntStream.range(0, 20)
                .parallel()
                .filter(number -> erasures().claim(LATER, LATER.plusSeconds(60)).isPresent())
                .count();
        assertThat(taken).isOne();
    }

    @Test
    default void whatSomebodyIsAtOrHasBegunIsNotTakenBack() {
        Erasure wish = requested();
        erasures().claim(LATER, LATER.plusSeconds(60));
        assertThat(erasures().undo(person(wish), LATER)).isFalse();
        erasures().note(wish.id(), new Purged("account", 1, LATER));
        assertThat(erasures().undo(person(wish), LATER.plusSeconds(61))).isFalse();
    }

    @Test
    default void whatWasLookedAtAndNotBegunIsTakenBack() {
        Erasure wish = requested();
        erasures().claim(LATER, LATER.plusSeconds(60));
        assertThat(erasures().undo(person(wish), LATER.plusSeconds(61))).isTrue();
    }

    @Test
    default void placesAreNotedInTheirOrderAndOnce() {
        Erasure wish = requested();
        var account = new Purged("account", 5, LATER);
        var vehicles = new Purged("vehicles", 0, LATER.plusSeconds(1));
        erasures().note(wish.id(), account);
        erasures().note(wish.id(), vehicles);
        erasures().note(wish.id(), new Purged("account", 0, LATER.plusSeconds(2)));
        assertThat(erasures().find(wish.id()).map(Erasure::purged)).contains(List.of(account, vehicles));
        assertThat(erasures().claim(LATER, LATER).map(Erasure::purged)).contains(List.of(account, vehicles));
    }

    @Test
    default void whoIsErasedIsForgottenAndTheReceiptStays() {
        Erasure wish = requested();
        var account = new Purged("account", 5, LATER);
        erasures().note(wish.id(), account);
        erasures().finish(wish.id(), LATER);
        erasures().finish(wish.id(), LATER.plusSeconds(60));
        assertThat(erasures().find(wish.id()))
                .contains(new Erasure(wish.id(), null, NOW, DUE, LATER, List.of(account)));
        assertThat(erasures().findOf(person(wish))).isEmpty();
        assertThat(erasures().claim(LATER, LATER)).isEmpty();
        assertThat(erasures().undo(person(wish), LATER)).isFalse();
    }
}
