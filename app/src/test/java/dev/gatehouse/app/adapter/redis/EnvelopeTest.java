package dev.gatehouse.app.adapter.redis;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class EnvelopeTest {

    @Test
    void isAFormatByteAFlagTheVersionAndThePayload() {
        assertThat(Envelope.of(0x0102030405060708L, new byte[] {42})).containsExactly(1, 0, 1, 2, 3, 4, 5, 6, 7, 8, 42);
        assertThat(Envelope.tombstone(Long.MAX_VALUE)).containsExactly(1, 1, 0x7f, -1, -1, -1, -1, -1, -1, -1);
    }

    @Test
    void givesItsPayloadBack() {
        assertThat(Envelope.open(Envelope.of(7, new byte[] {1, 2}))).contains(new byte[] {1, 2});
        assertThat(Envelope.open(Envelope.of(7, new byte[0]))).contains(new byte[0]);
    }

    @Test
    void whatIsNoValueOfOursIsEmpty() {
        assertThat(Envelope.open(null)).isEmpty();
        assertThat(Envelope.open(new byte[0])).isEmpty();
        assertThat(Envelope.open(new byte[] {1, 0, 1})).isEmpty();
        assertThat(Envelope.open(Envelope.tombstone(1))).isEmpty();
        assertThat(Envelope.open(new byte[] {2, 0, 0, 0, 0, 0, 0, 0, 0, 1, 42})).isEmpty();
        assertThat(Envelope.open(new byte[] {1, 2, 0, 0, 0, 0, 0, 0, 0, 1, 42})).isEmpty();
    }
}
