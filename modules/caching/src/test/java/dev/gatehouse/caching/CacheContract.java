package dev.gatehouse.caching;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What every cache of versioned values promises. */
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

    private static String key() {
        return "contract:{" + UUID.randomUUID() + "}";
    }

    @Test
    default void whatWasPutIsFound() {
        String key = key();
        cache().put(key, "ünïcode", 1, TTL);
        assertThat(cache().find(key)).contains("ünïcode");
    }

    @Test
    default void anUnknownKeyIsEmpty() {
        assertThat(cache().find(key())).isEmpty();
    }

    @Test
    default void aNewerVersionReplacesAnOlderOne() {
        String key = key();
        cache().put(key, "old", 255, TTL);
        cache().put(key, "new", 256, TTL);
        assertThat(cache().find(key)).contains("new");
    }

    @Test
    default void anOlderVersionNeverReplacesANewerOne() {
        String key = key();
        cache().put(key, "new", 256, TTL);
        cache().put(key, "old", 255, TTL);
        assertThat(cache().find(key)).contains("new");
    }

    @Test
    default void anInvalidatedKeyIsEmpty() {
        String key = key();
        cache().put(key, "old", 1, TTL);
        cache().invalidate(key, 2);
        assertThat(cache().find(key)).isEmpty();
    }

    @Test
    default void aReaderThatLoadedTheOldRowCannotPutItBack() {
        String key = key();
        cache().invalidate(key, 2);
        cache().put(key, "old", 1, TTL);
        assertThat(cache().find(key)).isEmpty();
    }

    @Test
    default void theNewRowMayBePutAfterTheTombstone() {
        String key = key();
        cache().invalidate(key, 2);
        cache().put(key, "new", 2, TTL);
        assertThat(cache().find(key)).contains("new");
    }

    @Test
    default void aLateInvalidationOfAnOlderVersionLeavesTheNewerValue() {
        String key = key();
        cache().put(key, "new", 3, TTL);
        cache().invalidate(key, 2);
        assertThat(cache().find(key)).contains("new");
    }

    @Test
    default void anInvalidationOfTheVersionThatIsCachedLeavesIt() {
        String key = key();
        cache().put(key, "new", 2, TTL);
        cache().invalidate(key, 2);
        assertThat(cache().find(key)).contains("new");
    }

    @Test
    default void versionsCompareAsNumbersUpToTheLargest() {
        String key = key();
        cache().put(key, "largest", Long.MAX_VALUE, TTL);
        cache().put(key, "small", 9, TTL);
        assertThat(cache().find(key)).contains("largest");
    }

    @Test
    default void anEntryEnds() {
        String key = key();
        cache().put(key, "short", 1, Duration.ofMillis(1));
        while (cache().find(key).isPresent()) {
            Thread.onSpinWait();
        }
        assertThat(cache().find(key)).isEmpty();
    }
}
