package dev.gatehouse.app.cached;

import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** A bean with every kind of cached method. */
@Singleton
@Requires(property = Beans.CHOICE, value = "Readings")
class Readings {

    static final String CHANGED = "reading.changed";

    final Map<String, String> truth = new ConcurrentHashMap<>();
    final AtomicInteger reads = new AtomicInteger();

    @Cached("readings:{place}")
    Optional<String> find(String place) {
        return Optional.ofNullable(findOrNull(place));
    }

    @Cached("plain-readings:{place}")
    @Nullable
    String plain(String place) {
        return findOrNull(place);
    }

    @Cached(value = "lists:{place}:{year}", ttl = "30s")
    List<Integer> list(String place, int year, String ignored) {
        reads.incrementAndGet();
        return List.of(year, place.length());
    }

    /** Calls within the class go through the cache, too. */
    Optional<String> findFromWithin(String place) {
        return find(place);
    }

    @CacheEvicts(value = "readings:{place}", on = CHANGED)
    void write(String place, String reading) {
        if (reading.isEmpty()) {
            throw new IllegalStateException("nothing to write");
        }
        truth.put(place, reading);
    }

    private @Nullable String findOrNull(String place) {
        reads.incrementAndGet();
        String reading = truth.get(place);
        if (reading != null && reading.isEmpty()) {
            throw new IllegalStateException("cannot be read");
        }
        return reading;
    }
}
