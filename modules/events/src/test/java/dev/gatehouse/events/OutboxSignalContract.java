package dev.gatehouse.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/** What every signal of the outbox promises. */
public interface OutboxSignalContract {

    Duration LONG = Duration.ofSeconds(30);
    Duration SHORT = Duration.ofMillis(50);

    OutboxSignal signal();

    /** Appends an event, or does what an event would do. */
    void append();

    /** Until it is known to listen, and has nothing left to tell. */
    private OutboxSignal listening() {
        OutboxSignal signal = signal();
        Eventually.holds("a first signal", () -> {
            append();
            return signal.await(SHORT);
        });
        Eventually.holds("silence", () -> !signal.await(SHORT));
        return signal;
    }

    @Test
    default void whatWasAppendedBeforeTheWaitIsHeard() {
        OutboxSignal signal = listening();
        append();
        assertThat(signal.await(LONG)).isTrue();
    }

    @Test
    default void whatIsAppendedDuringTheWaitIsHeard() {
        OutboxSignal signal = listening();
        Thread.ofVirtual().start(this::append);
        assertThat(signal.await(LONG)).isTrue();
    }

    @Test
    default void whatWasHeardIsNotHeardAgain() {
        OutboxSignal signal = listening();
        append();
        assertThat(signal.await(LONG)).isTrue();
        assertThat(signal.await(SHORT)).isFalse();
    }

    @Test
    default void inSilenceItTakesTheWholeTime() {
        OutboxSignal signal = listening();
        long begin = System.nanoTime();
        assertThat(signal.await(SHORT)).isFalse();
        assertThat(Duration.ofNanos(System.nanoTime() - begin)).isGreaterThanOrEqualTo(SHORT.minusMillis(1));
    }
}
