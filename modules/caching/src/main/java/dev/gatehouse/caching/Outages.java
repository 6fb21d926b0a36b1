package dev.gatehouse.caching;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/**
 * When a shared cache last failed to answer this instance: what was loaded before then is trusted no more, because the
 * news of a change may have been lost. One for all caches that stand and fall together.
 */
public final class Outages {

    /** By how much the clocks of instances may differ. */
    private static final Duration SKEW = Duration.ofSeconds(1);

    private final Clock clock;
    private volatile Instant untrusted = Instant.EPOCH;

    public Outages(Clock clock) {
        this.clock = clock;
    }

    /** Takes it for an outage, too, when news were missed: a server that is replaced may lack what it had acknowledged. */
    public void follow(Invalidations news) {
        news.follow(change -> {
            if (change instanceof Invalidations.Change.Missed) {
                note();
            }
        });
    }

    /** Remembers that the cache fails at this moment. */
    void note() {
        untrusted = clock.instant().plus(SKEW);
    }

    /** What was loaded no later than this is not to be trusted. */
    Instant untrusted() {
        return untrusted;
    }

    boolean isTrusted(CacheEntry<?> entry) {
        return entry.loadedAt().isAfter(untrusted);
    }
}
