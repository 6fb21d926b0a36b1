package dev.gatehouse.caching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.gatehouse.caching.Cache.Lease;
import dev.gatehouse.caching.Cache.Put;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

final class WaryCacheTest implements CacheContract {

    private final InMemoryCache<String> behind = new InMemoryCache<>();
    private final Cache<String> cache = new WaryCache<>(behind, new Outages(Clock.systemUTC()));

    @Override
    public Cache<String> cache() {
        return cache;
    }

    private static CacheEntry<String> loadedIn(Duration time) {
        return new CacheEntry<>("value", 1, Instant.now().plus(time), Duration.ZERO, TTL);
    }

    private void outage(Runnable call) {
        behind.failing(true);
        assertThatExceptionOfType(CacheUnavailable.class).isThrownBy(call::run);
        behind.failing(false);
    }

    @Test
    void afterAnOutageNothingFromBeforeIsFound() {
        cache.put("k", loadedIn(Duration.ZERO));
        outage(() -> cache.invalidate("k", 2));
        assertThat(cache.find("k")).isEmpty();
        assertThat(cache.findAll(List.of("k"))).isEmpty();
    }

    @Test
    void newsThatWereMissedAreAnOutage() {
        var outages = new Outages(Clock.systemUTC());
        var news = new InMemoryInvalidations(behind);
        outages.follow(news);
        var wary = new WaryCache<>(behind, outages);
        wary.put("k", loadedIn(Duration.ZERO));
        behind.flush();
        wary.put("k", loadedIn(Duration.ZERO));
        assertThat(wary.find("k")).isPresent();
        news.cut(true);
        assertThat(wary.find("k")).isEmpty();
    }

    @Test
    void everyCallThatFailsIsAnOutage() {
        List<Runnable> calls = List.of(
                () -> cache.find("k"),
                () -> cache.findAll(List.of("k")),
                () -> cache.lease("k", Instant.EPOCH),
                () -> cache.fill("k", loadedIn(Duration.ofHours(1)), new Lease.Granted("ticket")),
                () -> cache.put("k", loadedIn(Duration.ZERO)),
                () -> cache.invalidate("k", 1),
                () -> cache.evict("k"));
        for (Runnable call : calls) {
            var outages = new Outages(Clock.systemUTC());
            var entry = loadedIn(Duration.ZERO);
            behind.put("before", entry);
            var other = new WaryCache<>(behind, outages);
            assertThat(other.find("before")).contains(entry);
            outage(call);
            assertThat(cache.find("before")).isEmpty();
            assertThat(other.find("before")).contains(entry);
        }
    }

    @Test
    void whatWasLoadedWellAfterTheOutageIsFound() {
        outage(() -> cache.find("k"));
        var later = loadedIn(Duration.ofSeconds(2));
        behind.put("k", later);
        assertThat(cache.find("k")).contains(later);
    }

    @Test
    void whatIsNotTrustedIsLoadedAgain() {
        behind.put("k", loadedIn(Duration.ZERO));
        assertThat(cache.lease("k", Instant.EPOCH)).isInstanceOf(Lease.Filled.class);
        outage(() -> cache.find("k"));
        var lease = (Lease.Granted) cache.lease("k", Instant.EPOCH);
        assertThat(cache.fill("k", loadedIn(Duration.ofSeconds(2)), lease)).isEqualTo(Put.WRITTEN);
        assertThat(cache.find("k")).isPresent();
    }

    @Test
    void aLoadThatBeganBeforeAnOutageIsNotKept() {
        var lease = (Lease.Granted) cache.lease("k", Instant.EPOCH);
        var entry = loadedIn(Duration.ZERO);
        outage(() -> cache.invalidate("k", 2));
        assertThat(cache.fill("k", entry, lease)).isEqualTo(Put.STALE);
        assertThat(behind.find("k")).isEmpty();
    }
}
