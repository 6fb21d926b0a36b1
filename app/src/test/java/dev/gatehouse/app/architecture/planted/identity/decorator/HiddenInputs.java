package dev.gatehouse.app.architecture.planted.identity.decorator;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

/** Break rule 12, all but the last: what a module does follows from its arguments and its ports. */
public final class HiddenInputs {

    private HiddenInputs() {}

    public static final class OfTheClock {
        public Instant now() {
            return Clock.systemUTC().instant();
        }
    }

    public static final class OfToday {
        public LocalDate today() {
            return LocalDate.now(ZoneOffset.UTC);
        }
    }

    public static final class OfTheSystemsClock {
        public long now() {
            return System.currentTimeMillis();
        }
    }

    public static final class OfNanos {
        public long now() {
            return System.nanoTime();
        }
    }

    public static final class OfChance {
        public double next() {
            return Math.random();
        }
    }

    public static final class OfSecureChance {
        public int next() {
            return new SecureRandom().nextInt();
        }
    }

    public static final class OfAReference {
        public final Supplier<UUID> next = UUID::randomUUID;
    }

    public static final class OfTheEnvironment {
        public Map<String, String> all() {
            return System.getenv();
        }
    }

    public static final class OfAProperty {
        public Optional<String> one() {
            return Optional.ofNullable(System.getProperty("one"));
        }
    }

    /** Breaks no rule. */
    public record Given(Clock clock) {
        public LocalDate today() {
            return LocalDate.now(clock);
        }
    }
}
