package dev.gatehouse.identity.port;

import java.time.Clock;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;

/** Makes one id a millisecond, starting now: the same ids in every run by the same clock. */
public final class SequentialIds implements IdGenerator {

    private static final long VERSION_7 = 0x7000L;
    private static final long VARIANT_2 = 0x8000_0000_0000_0000L;

    private final Clock clock;
    private final AtomicLong last = new AtomicLong();

    public SequentialIds(Clock clock) {
        this.clock = clock;
    }

    @Override
    public UUID next() {
        long millis = last.updateAndGet(before -> Math.max(before + 1, clock.millis()));
        return new UUID(millis << 16 | VERSION_7, VARIANT_2);
    }
}
