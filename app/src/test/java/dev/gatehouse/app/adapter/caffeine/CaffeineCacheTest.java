package dev.gatehouse.app.adapter.caffeine;

import static dev.gatehouse.caching.CacheContract.entry;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.caching.Cache;
import dev.gatehouse.caching.Cache.Put;
import dev.gatehouse.caching.CacheContract;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class CaffeineCacheTest implements CacheContract {

    private static final int MOST = 1_000;

    private final Cache<String> cache = new CaffeineCache<>(MOST, Duration.ofHours(1));

    @Override
    public Cache<String> cache() {
        return cache;
    }

    private void fillWithOthers() {
        for (int i = 0; i < 10 * MOST; i++) {
            cache.put("other " + i, entry("value", 1));
        }
    }

    @Test
    void itKeepsNoMoreThanItMay() {
        fillWithOthers();
        assertThat(IntStream.range(0, 10 * MOST)
                        .filter(i -> cache.find("other " + i).isPresent())
                        .count())
                .isBetween(1L, (long) MOST);
    }

    @Test
    void aTombstoneOutlivesTheRushOfOthers() {
        cache.invalidate("gone", 2);
        fillWithOthers();
        assertThat(cache.put("gone", entry("old", 1))).isEqualTo(Put.STALE);
    }

    @Test
    void whoseLeaseWasPushedOutByOthersFillsNothingIn() {
        var lease = (Cache.Lease.Granted) cache.lease("k", Instant.EPOCH);
        cache.evict("k");
        fillWithOthers();
        assertThat(cache.fill("k", entry("loaded", 1), lease)).isEqualTo(Put.STALE);
    }

    @Test
    void nothingLivesLongerThanTheLongestLife() {
        var brief = new CaffeineCache<String>(MOST, Duration.ofMillis(1));
        brief.put("k", entry("value", 1));
        while (brief.find("k").isPresent()) {
            Thread.onSpinWait();
        }
        assertThat(brief.find("k")).isEmpty();
    }

    @Test
    void anEntryThatHasEndedBarsNobody() {
        cache.put("k", entry("new", 2, Duration.ofMillis(1)));
        while (cache.find("k").isPresent()) {
            Thread.onSpinWait();
        }
        assertThat(cache.put("k", entry("old", 1))).isEqualTo(Put.WRITTEN);
    }

    @Test
    void ofManyWritersTheNewestWins() {
        IntStream.rangeClosed(1, 1_000).parallel().forEach(version -> {
            if (version % 3 == 0) {
                cache.invalidate("k", version);
            } else {
                cache.put("k", entry("version " + version, version));
            }
        });
        assertThat(cache.find("k").orElseThrow().value()).isEqualTo("version 1000");
    }
}
