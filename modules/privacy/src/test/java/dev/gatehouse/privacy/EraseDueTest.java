package dev.gatehouse.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.events.InMemoryUnitOfWork;
import dev.gatehouse.events.MutableClock;
import dev.gatehouse.privacy.EraseDue.Result;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class EraseDueTest {

    private static final Duration GRACE = Duration.ofDays(14);

    private final MutableClock clock = new MutableClock(ErasuresContract.NOW);
    private final InMemoryErasures erasures = new InMemoryErasures(new InMemoryUnitOfWork());
    private final InMemoryPersonalData account = new InMemoryPersonalData("account");
    private final InMemoryPersonalData pictures = new InMemoryPersonalData("pictures");
    private final EraseDue eraseDue = new EraseDue(List.of(account, pictures), erasures, clock);
    private final UUID person = UUID.randomUUID();
    private final Erasure wish = Erasure.wish(UUID.randomUUID(), person, ErasuresContract.NOW, GRACE);

    private Result erase() {
        return eraseDue.handle(new EraseDue.Command());
    }

    private void requested() {
        erasures.request(wish);
        account.hold(person);
        pictures.hold(person);
    }

    private Erasure receipt() {
        return erasures.find(wish.id()).orElseThrow();
    }

    @Test
    void whoIsDueIsErasedEverywhereAndTheReceiptSaysSo() {
        requested();
        clock.advance(GRACE);
        assertThat(erase()).isEqualTo(new Result.Done(1, 0));
        assertThat(account.export(person)).isEmpty();
        assertThat(pictures.export(person)).isEmpty();
        assertThat(receipt().purged())
                .containsExactly(
                        new Erasure.Purged("account", 1, clock.instant()),
                        new Erasure.Purged("pictures", 1, clock.instant()));
        assertThat(receipt().erasedAt()).isEqualTo(clock.instant());
        assertThat(receipt().person()).isNull();
        assertThat(erase()).isEqualTo(new Result.Done(0, 0));
    }

    @Test
    void whoIsNotDueOrThoughtBetterOfItStays() {
        requested();
        clock.advance(GRACE.minusMillis(1));
        assertThat(erase()).isEqualTo(new Result.Done(0, 0));
        erasures.undo(person, clock.instant());
        clock.advance(GRACE);
        assertThat(erase()).isEqualTo(new Result.Done(0, 0));
        assertThat(account.export(person)).isNotEmpty();
    }

    @Test
    void aPlaceThatDoesNotAnswerIsPurgedLaterAndTheOthersOnce() {
        requested();
        clock.advance(GRACE);
        pictures.down(true);
        assertThat(erase()).isEqualTo(new Result.Done(0, 1));
        assertThat(receipt().person()).isEqualTo(person);
        assertThat(erase()).as("it is left alone for a while").isEqualTo(new Result.Done(0, 0));
        pictures.down(false);
        clock.advance(EraseDue.LEASE);
        assertThat(erase()).isEqualTo(new Result.Done(1, 0));
        assertThat(account.erasures()).isOne();
        assertThat(pictures.export(person)).isEmpty();
    }

    @Test
    void nothingElseIsPurgedWhileTheFirstPlaceMustNotBe() {
        requested();
        clock.advance(GRACE);
        account.keep("the last administrator");
        assertThat(erase()).isEqualTo(new Result.Done(0, 1));
        assertThat(pictures.export(person)).isNotEmpty();
        clock.advance(EraseDue.LEASE);
        assertThat(erasures.undo(person, clock.instant())).isTrue();
    }

    @Test
    void oneWhoCannotBeErasedHoldsNobodyUp() {
        requested();
        pictures.down(true);
        clock.advance(GRACE);
        UUID other = UUID.randomUUID();
        erasures.request(Erasure.wish(UUID.randomUUID(), other, clock.instant(), Duration.ZERO));
        assertThat(erase()).isEqualTo(new Result.Done(0, 2));
        pictures.down(false);
        clock.advance(EraseDue.LEASE);
        assertThat(erase()).isEqualTo(new Result.Done(2, 0));
    }

    @Test
    void instancesThatEraseAtOnceEraseEachPersonOnce() {
        IntStream.range(0, 50)
                .forEach(number -> erasures.request(
                        Erasure.wish(UUID.randomUUID(), UUID.randomUUID(), clock.instant(), Duration.ZERO)));
        int erased = IntStream.range(0, 4)
                .parallel()
                .map(instance -> erase() instanceof Result.Done(int done, int left) ? done : 0)
                .sum();
        assertThat(erased).isEqualTo(50);
        assertThat(account.erasures()).isEqualTo(50);
    }
}
