package dev.gatehouse.app.adapter.redis;

import static dev.gatehouse.caching.CacheContract.TEXT;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.caching.CacheCodec;
import dev.gatehouse.caching.CacheEntry;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class EnvelopeTest {

    /** A byte for each character. */
    private static final CacheCodec<String> BYTES = new CacheCodec<>() {
        @Override
        public byte[] encode(String value) {
            return value.getBytes(ISO_8859_1);
        }

        @Override
        public Optional<String> decode(byte[] bytes) {
            return Optional.of(new String(bytes, ISO_8859_1));
        }
    };

    private static CacheEntry<String> entry(String value) {
        return new CacheEntry<>(
                value, 0x0102030405060708L, Instant.ofEpochMilli(9), Duration.ofMillis(10), Duration.ofMillis(11));
    }

    private static Optional<CacheEntry<String>> open(byte[] envelope) {
        return Envelope.open(envelope, TEXT);
    }

    private static String longText() {
        return "a long text. ".repeat(1_000);
    }

    @Test
    void isAHeaderAndTheValue() {
        String header = "01" + "00" + "0102030405060708" + "0000000000000009" + "0000000a" + "000000000000000b";
        byte[] envelope = Envelope.of(entry("a"), TEXT);
        assertThat(HexFormat.of().formatHex(envelope))
                .startsWith(header)
                .endsWith(HexFormat.of().formatHex(TEXT.encode("a")))
                .hasSize(2 * (EntryHeader.SIZE + TEXT.encode("a").length));
        assertThat(EntryHeader.tombstone(EntryHeader.STRING, Long.MAX_VALUE))
                .containsExactly(1, 4, 0x7f, -1, -1, -1, -1, -1, -1, -1);
    }

    @Test
    void givesItsEntryBack() {
        assertThat(open(Envelope.of(entry("a"), TEXT))).contains(entry("a"));
        assertThat(open(Envelope.of(entry(""), TEXT))).contains(entry(""));
        var none = new CacheEntry<String>(null, 0, Instant.ofEpochMilli(1), Duration.ZERO, Duration.ofMillis(1));
        assertThat(open(Envelope.of(none, TEXT))).contains(none);
    }

    @Test
    void aLongValueIsCompressedAndAValueThatWouldNotGetSmallerIsNot() {
        byte[] envelope = Envelope.of(entry(longText()), TEXT);
        assertThat(envelope).hasSizeLessThan(1_000);
        assertThat(open(envelope)).contains(entry(longText()));
        byte[] bytes = new byte[2_000];
        new Random(1).nextBytes(bytes);
        String noise = new String(bytes, ISO_8859_1);
        byte[] plain = Envelope.of(entry(noise), BYTES);
        assertThat(plain).hasSize(EntryHeader.SIZE + bytes.length);
        assertThat(Envelope.open(plain, BYTES)).contains(entry(noise));
    }

    @Test
    void whatInflatesWithoutEndIsEmpty() {
        assertThat(Compression.inflate(Compression.deflate(new byte[Compression.MOST])))
                .isPresent();
        assertThat(Compression.inflate(Compression.deflate(new byte[Compression.MOST + 1])))
                .isEmpty();
    }

    @Test
    void whatIsCutShortOrNotDeflatedIsEmpty() {
        byte[] deflated = Compression.deflate(TEXT.encode(longText()));
        assertThat(Compression.inflate(Arrays.copyOf(deflated, deflated.length - 1)))
                .isEmpty();
        assertThat(Compression.inflate(new byte[] {-1, -1, -1})).isEmpty();
        assertThat(Compression.inflate(new byte[0])).isEmpty();
    }

    @Test
    void whatIsDamagedAnywhereIsEmpty() {
        for (byte[] envelope : new byte[][] {Envelope.of(entry("a"), TEXT), Envelope.of(entry(longText()), TEXT)}) {
            IntStream.range(0, envelope.length).forEach(at -> {
                byte[] damaged = envelope.clone();
                damaged[at] ^= 0x10;
                assertThat(open(damaged)).isEmpty();
            });
            IntStream.range(0, envelope.length).forEach(length -> assertThat(open(Arrays.copyOf(envelope, length)))
                    .isEmpty());
        }
    }

    @Test
    void whatIsNoEntryOfOursIsEmpty() {
        assertThat(Envelope.open(null, TEXT)).isEmpty();
        assertThat(open(new byte[100])).isEmpty();
        assertThat(open(EntryHeader.tombstone(EntryHeader.STRING, 1))).isEmpty();
    }
}
