package dev.gatehouse.caching;

import static dev.gatehouse.caching.CacheContract.entry;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.gatehouse.caching.Cache.Lease;
import dev.gatehouse.caching.CacheMeter.Count;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class MeteredCacheTest implements CacheContract {

    private final InMemoryCache<String> behind = new InMemoryCache<>();
    private final InMemoryCacheMeter meter = new InMemoryCacheMeter();
    private final Cache<String> cache = new MeteredCache<>(behind, meter);

    @Override
    public Cache<String> cache() {
        return cache;
    }

    @Test
    void hitsMissesAndNegativesAreCounted() {
        cache.put("there", entry("value", 1));
        cache.put("known not to be", entry(null, 0));
        cache.find("there");
        cache.findAll(List.of("there", "known not to be", "missing", "missing too"));
        cache.find("missing");
        assertThat(meter.counted(Count.HIT)).isEqualTo(2);
        assertThat(meter.counted(Count.NEGATIVE)).isEqualTo(1);
        assertThat(meter.counted(Count.MISS)).isEqualTo(3);
    }

    @Test
    void whatIsRefusedAsOldIsCounted() {
        cache.put("k", entry("new", 2));
        cache.put("k", entry("old", 1));
        cache.putAll(Map.of("k", entry("old", 1), "other", entry("new", 1)));
        cache.fill("k", entry("old", 1), new Lease.Granted("nobody's"));
        assertThat(meter.counted(Count.STALE_REFUSED)).isEqualTo(3);
    }

    @Test
    void leasesAreCounted() {
        cache.lease("k", Instant.EPOCH);
        cache.lease("k", Instant.EPOCH);
        cache.lease("k", Instant.EPOCH);
        assertThat(meter.counted(Count.LEASE_GRANTED)).isEqualTo(1);
        assertThat(meter.counted(Count.LEASE_TAKEN)).isEqualTo(2);
    }

    @Test
    void everyFailureIsCountedAndIsNoMiss() {
        behind.failing(true);
        List<Runnable> calls = List.of(
                () -> cache.find("k"),
                () -> cache.findAll(List.of("k")),
                () -> cache.lease("k", Instant.EPOCH),
                () -> cache.fill("k", entry("value", 1), new Lease.Granted("ticket")),
                () -> cache.put("k", entry("value", 1)),
                () -> cache.invalidate("k", 1),
                () -> cache.evict("k"));
        calls.forEach(call -> assertThatExceptionOfType(CacheUnavailable.class).isThrownBy(call::run));
        assertThat(meter.counted(Count.ERROR)).isEqualTo(calls.size());
        assertThat(meter.counted(Count.MISS)).isZero();
    }
}
