package dev.gatehouse.ratelimit;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Predicate;

/**
 * Refusals that were told a moment ago, by whom they were told to, for as long as they hold and no longer than they are
 * trusted. Bounded: what finds no place is not remembered.
 */
final class RefusalMemory<K, V> {

    private record Told<V>(V refusal, Instant at, Instant until) {}

    /** What was told, and how long ago. */
    record Recalled<V>(V refusal, Duration elapsed) {}

    private final Clock clock;
    private final Duration trust;
    private final int most;
    private final ConcurrentMap<K, Told<V>> told = new ConcurrentHashMap<>();

    RefusalMemory(Clock clock, Duration trust, int most) {
        this.clock = clock;
        this.trust = trust;
        this.most = most;
    }

    void remember(K whom, V refusal, Duration holds) {
        Instant now = clock.instant();
        if (told.size() >= most) {
            told.values().removeIf(one -> !now.isBefore(one.until));
        }
        if (told.size() < most && holds.isPositive()) {
            told.put(whom, new Told<>(refusal, now, now.plus(holds.compareTo(trust) < 0 ? holds : trust)));
        }
    }

    Optional<Recalled<V>> recall(K whom) {
        Told<V> one = told.get(whom);
        if (one == null) {
            return Optional.empty();
        }
        Instant now = clock.instant();
        if (!now.isBefore(one.until)) {
            told.remove(whom, one);
            return Optional.empty();
        }
        // A clock that was put back has not been here before.
        Duration elapsed = now.isBefore(one.at) ? Duration.ZERO : Duration.between(one.at, now);
        return Optional.of(new Recalled<>(one.refusal, elapsed));
    }

    void forgetAll(Predicate<K> whom) {
        told.keySet().removeIf(whom);
    }

    void forget(K whom) {
        told.remove(whom);
    }
}
