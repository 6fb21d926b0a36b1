package dev.gatehouse.caching;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.caching.Cache.Lease;
import dev.gatehouse.caching.Cache.Put;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What every cache of versioned entries promises. */
public interface CacheContract {

    Duration TTL = Duration.ofMinutes(1);

    /** Texts, as UTF-8; decoding refuses whatever does not start with {@code text:}. */
    CacheCodec<String> TEXT = new CacheCodec<>() {
        @Override
        public byte[] encode(String value) {
            return ("text:" + value).getBytes(StandardCharsets.UTF_8);
        }

        @Override
        public Optional<String> decode(byte[] bytes) {
            String text = new String(bytes, StandardCharsets.UTF_8);
            return text.startsWith("text:") ? Optional.of(text.substring(5)) : Optional.empty();
        }
    };

    /** A cache of texts, encoded by {@link #TEXT}. */
    Cache<String> cache();

    /** An entry whose load has begun just now. */
    static CacheEntry<String> entry(@Nullable String value, long version) {
        return entry(value, version, TTL);
    }

    static CacheEntry<String> entry(@Nullable String value, long version, Duration ttl) {
        return new CacheEntry<>(value, version, now(), Duration.ofMillis(7), ttl);
    }

    private static Instant now() {
        return Instant.now().truncatedTo(ChronoUnit.MILLIS);
    }

    private static String key() {
        return "contract:{" + UUID.randomUUID() + "}";
    }

    private Optional<String> value(String key) {
        return cache().find(key).flatMap(CacheEntry::found);
    }

    private Lease.Granted lease(String key) {
        return (Lease.Granted) cache().lease(key, Instant.EPOCH);
    }

    @Test
    default void whatWasPutIsFoundWithAllThatIsKnownOfIt() {
        String key = key();
        var entry = new CacheEntry<>("ünïcode", 3, now().minusSeconds(2), Duration.ofMillis(1_234), TTL);
        assertThat(cache().put(key, entry)).isEqualTo(Put.WRITTEN);
        assertThat(cache().find(key)).contains(entry);
    }

    @Test
    default void alsoALongValueIsFound() {
        String key = key();
        String text = "Ünïcode und viel davon. ".repeat(1_000);
        cache().put(key, entry(text, 1));
        assertThat(value(key)).contains(text);
    }

    @Test
    default void thatThereIsNoRowIsFoundToo() {
        String key = key();
        cache().put(key, entry(null, 0));
        assertThat(cache().find(key)).isPresent();
        assertThat(value(key)).isEmpty();
        cache().put(key, entry("after all", 1));
        assertThat(value(key)).contains("after all");
    }

    @Test
    default void anUnknownKeyIsEmpty() {
        assertThat(cache().find(key())).isEmpty();
    }

    @Test
    default void manyKeysAreFoundAtOnce() {
        var entries = IntStream.range(0, 200)
                .boxed()
                .collect(Collectors.toMap(number -> key(), number -> entry("value " + number, 1)));
        assertThat(cache().putAll(entries)).isZero();
        var keys = new ArrayList<>(entries.keySet());
        assertThat(cache().findAll(keys)).isEqualTo(entries);
        keys.set(0, key());
        assertThat(cache().findAll(keys)).hasSize(199).doesNotContainKey(keys.getFirst());
    }

    @Test
    default void ofNoKeysNothingIsFoundAndNothingPut() {
        assertThat(cache().findAll(List.of())).isEmpty();
        assertThat(cache().putAll(Map.of())).isZero();
    }

    @Test
    default void aNewerVersionReplacesAnOlderOne() {
        String key = key();
        cache().put(key, entry("old", 255));
        cache().put(key, entry("new", 256));
        assertThat(value(key)).contains("new");
    }

    @Test
    default void anOlderVersionNeverReplacesANewerOne() {
        String key = key();
        cache().put(key, entry("new", 256));
        assertThat(cache().put(key, entry("old", 255))).isEqualTo(Put.STALE);
        assertThat(value(key)).contains("new");
    }

    @Test
    default void ofManyPutAtOnceTheOldOnesAreCounted() {
        String fresh = key();
        String old = key();
        cache().put(old, entry("new", 2));
        assertThat(cache().putAll(Map.of(fresh, entry("fresh", 1), old, entry("old", 1))))
                .isEqualTo(1);
        assertThat(value(fresh)).contains("fresh");
        assertThat(value(old)).contains("new");
    }

    @Test
    default void anInvalidatedKeyIsEmpty() {
        String key = key();
        cache().put(key, entry("old", 1));
        cache().invalidate(key, 2);
        assertThat(cache().find(key)).isEmpty();
        assertThat(cache().findAll(List.of(key))).isEmpty();
    }

    @Test
    default void aWriterOfTheOldRowCannotPutItBack() {
        String key = key();
        cache().invalidate(key, 2);
        assertThat(cache().put(key, entry("old", 1))).isEqualTo(Put.STALE);
        assertThat(cache().put(key, entry(null, 0))).isEqualTo(Put.STALE);
        assertThat(cache().find(key)).isEmpty();
    }

    @Test
    default void theNewRowMayBePutAfterTheTombstone() {
        String key = key();
        cache().invalidate(key, 2);
        cache().put(key, entry("new", 2));
        assertThat(value(key)).contains("new");
    }

    @Test
    default void aLateInvalidationOfAnOlderVersionLeavesTheNewerValue() {
        String key = key();
        cache().put(key, entry("new", 3));
        cache().invalidate(key, 2);
        assertThat(value(key)).contains("new");
    }

    @Test
    default void anInvalidationOfTheVersionThatIsCachedLeavesIt() {
        String key = key();
        cache().put(key, entry("new", 2));
        cache().invalidate(key, 2);
        assertThat(value(key)).contains("new");
    }

    @Test
    default void versionsCompareAsNumbersUpToTheLargest() {
        String key = key();
        cache().put(key, entry("largest", Long.MAX_VALUE));
        cache().put(key, entry("small", 9));
        assertThat(value(key)).contains("largest");
    }

    @Test
    default void anEntryEnds() {
        String key = key();
        cache().put(key, entry("short", 1, Duration.ofMillis(1)));
        while (cache().find(key).isPresent()) {
            Thread.onSpinWait();
        }
        assertThat(cache().find(key)).isEmpty();
    }

    @Test
    default void oneIsGrantedTheLeaseUntilTheyFill() {
        String key = key();
        Lease.Granted lease = lease(key);
        assertThat(cache().lease(key, Instant.EPOCH)).isInstanceOf(Lease.Taken.class);
        assertThat(cache().fill(key, entry("loaded", 1), lease)).isEqualTo(Put.WRITTEN);
        assertThat(value(key)).contains("loaded");
        assertThat(cache().lease(key, Instant.EPOCH)).isInstanceOf(Lease.Filled.class);
    }

    @Test
    default void ofManyOneIsGrantedTheLease() {
        String key = key();
        var granted = IntStream.range(0, 50)
                .parallel()
                .mapToObj(number -> cache().lease(key, Instant.EPOCH))
                .filter(Lease.Granted.class::isInstance);
        assertThat(granted).hasSize(1);
    }

    @Test
    default void anEntryFromBeforeMayBeReplacedUnderALease() {
        String key = key();
        var old = entry("old", 1);
        cache().put(key, old);
        assertThat(cache().lease(key, old.loadedAt().minusMillis(1))).isInstanceOf(Lease.Filled.class);
        var lease = (Lease.Granted) cache().lease(key, old.loadedAt());
        assertThat(cache().fill(key, entry("again", 1), lease)).isEqualTo(Put.WRITTEN);
        assertThat(value(key)).contains("again");
    }

    @Test
    default void aTombstoneIsNoEntryToLoaders() {
        String key = key();
        cache().invalidate(key, 2);
        Lease.Granted lease = lease(key);
        assertThat(cache().fill(key, entry("new", 2), lease)).isEqualTo(Put.WRITTEN);
        assertThat(value(key)).contains("new");
    }

    @Test
    default void whoLoadedTheOldRowCannotFillItInAfterAnInvalidation() {
        String key = key();
        Lease.Granted lease = lease(key);
        cache().invalidate(key, 2);
        assertThat(cache().fill(key, entry("old", 1), lease)).isEqualTo(Put.STALE);
        assertThat(cache().find(key)).isEmpty();
    }

    @Test
    default void whoFilledOrWasRefusedHasNoLeaseAnyMore() {
        String key = key();
        Lease.Granted lease = lease(key);
        cache().invalidate(key, 2);
        cache().fill(key, entry("old", 1), lease);
        assertThat(cache().fill(key, entry("new", 2), lease)).isEqualTo(Put.STALE);
        assertThat(lease(key)).isNotEqualTo(lease);
    }

    @Test
    default void whoseLeaseAnotherHasNowFillsNothingInAndLeavesThemTheirs() {
        String key = key();
        Lease.Granted former = lease(key);
        cache().evict(key);
        Lease.Granted latter = lease(key);
        assertThat(cache().fill(key, entry("loaded before", 1), former)).isEqualTo(Put.STALE);
        assertThat(cache().find(key)).isEmpty();
        assertThat(cache().fill(key, entry("loaded after", 1), latter)).isEqualTo(Put.WRITTEN);
    }

    @Test
    default void anEvictionForgetsWhateverTheVersionAndTakesTheLease() {
        String key = key();
        cache().put(key, entry("value", 7));
        cache().evict(key);
        assertThat(cache().find(key)).isEmpty();
        Lease.Granted lease = lease(key);
        cache().evict(key);
        assertThat(cache().fill(key, entry("loaded before", 0), lease)).isEqualTo(Put.STALE);
        assertThat(cache().find(key)).isEmpty();
        assertThat(cache().fill(key, entry("loaded after", 0), lease(key))).isEqualTo(Put.WRITTEN);
    }
}
