package dev.gatehouse.caching;

import static dev.gatehouse.caching.CacheContract.entry;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.gatehouse.caching.CacheMeter.Count;
import dev.gatehouse.caching.InMemoryCache.Moment;
import org.junit.jupiter.api.Test;

final class NearCacheTest implements CacheContract {

    private final InMemoryCache<String> shared = new InMemoryCache<>();
    private final InMemoryCacheMeter asked = new InMemoryCacheMeter();
    private final InMemoryInvalidations news = new InMemoryInvalidations(shared);
    private final InMemoryCacheMeter looks = new InMemoryCacheMeter();
    private final NearCache<String> cache =
            new NearCache<>(InMemoryCache::new, new MeteredCache<>(shared, asked), news, looks);

    @Override
    public Cache<String> cache() {
        return cache;
    }

    private long hitsFarAway() {
        return asked.counted(Count.HIT);
    }

    @Test
    void whatWasFoundOnceIsNotAskedForAgain() {
        cache.put("k", entry("value", 1));
        for (int i = 0; i < 10; i++) {
            assertThat(cache.find("k")).isPresent();
        }
        assertThat(hitsFarAway()).isEqualTo(1);
        assertThat(looks.counted(Count.HIT)).isEqualTo(9);
        assertThat(looks.counted(Count.MISS)).isEqualTo(1);
    }

    @Test
    void itSaysWhatItHoldsWithoutAsking() {
        assertThat(cache.holds("k")).isFalse();
        cache.put("k", entry("value", 1));
        assertThat(cache.holds("k")).isFalse();
        cache.find("k");
        assertThat(cache.holds("k")).isTrue();
        news.cut(true);
        assertThat(cache.holds("k")).isFalse();
        assertThat(asked.counted(Count.MISS)).isZero();
    }

    @Test
    void whatIsMissingIsAskedForEachTime() {
        cache.find("k");
        cache.find("k");
        assertThat(asked.counted(Count.MISS)).isEqualTo(2);
    }

    @Test
    void aChangeElsewhereIsSeen() {
        cache.put("k", entry("old", 1));
        cache.find("k");
        shared.put("k", entry("new", 2));
        assertThat(cache.find("k").flatMap(CacheEntry::found)).contains("new");
        shared.evict("k");
        assertThat(cache.find("k")).isEmpty();
    }

    @Test
    void whoeverChangesItSeesThatAtOnceThoughTheNewsFail() {
        cache.put("k", entry("old", 1));
        cache.find("k");
        shared.failing(true);
        assertThatExceptionOfType(CacheUnavailable.class).isThrownBy(() -> cache.invalidate("k", 2));
        assertThatExceptionOfType(CacheUnavailable.class).isThrownBy(() -> cache.find("k"));
    }

    @Test
    void withoutNewsThereAreNoCopies() {
        cache.put("k", entry("value", 1));
        cache.find("k");
        news.cut(true);
        shared.put("k", entry("unheard of", 2));
        assertThat(cache.find("k").flatMap(CacheEntry::found)).contains("unheard of");
        cache.find("k");
        news.cut(false);
        assertThat(cache.find("k").flatMap(CacheEntry::found)).contains("unheard of");
        assertThat(hitsFarAway()).isEqualTo(4);
    }

    @Test
    void aFlushElsewhereIsSeen() {
        cache.put("k", entry("value", 1));
        cache.find("k");
        shared.flush();
        assertThat(cache.find("k")).isEmpty();
    }

    @Test
    void newsThatComeWhileTheAnswerIsOnItsWayAreNotLost() {
        shared.put("k", entry("old", 1));
        shared.next(Moment.AFTER_FIND, () -> shared.put("k", entry("new", 2)));
        assertThat(cache.find("k").flatMap(CacheEntry::found)).contains("old");
        assertThat(cache.find("k").flatMap(CacheEntry::found)).contains("new");
    }

    @Test
    void norIsAFlushThatComesThen() {
        shared.put("k", entry("old", 1));
        shared.next(Moment.AFTER_FIND, shared::flush);
        assertThat(cache.find("k")).isPresent();
        assertThat(cache.find("k")).isEmpty();
    }
}
