package dev.gatehouse.app.adapter.uuid;

import com.fasterxml.uuid.UUIDClock;
import com.fasterxml.uuid.impl.TimeBasedEpochGenerator;
import dev.gatehouse.identity.port.IdGenerator;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.UUID;

/**
 * UUIDv7 in the order of their making: the random part is fresh with every millisecond and counts up within it
 * (RFC 9562, section 6.2, method 2).
 */
public final class JugIdGenerator implements IdGenerator {

    private final TimeBasedEpochGenerator generator;

    public JugIdGenerator(Clock clock, SecureRandom random) {
        this.generator = new TimeBasedEpochGenerator(random, new Forward(clock));
    }

    /** One at a time: the library reads its clock outside of its own lock, and would let a slow thread turn time back. */
    @Override
    public synchronized UUID next() {
        return generator.generate();
    }

    /** A clock that stands still while the one behind it is set back. */
    private static final class Forward extends UUIDClock {

        private final Clock clock;
        private long latest;

        private Forward(Clock clock) {
            this.clock = clock;
        }

        @Override
        public long currentTimeMillis() {
            latest = Math.max(latest, clock.millis());
            return latest;
        }
    }
}
