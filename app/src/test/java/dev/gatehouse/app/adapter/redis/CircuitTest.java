package dev.gatehouse.app.adapter.redis;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class CircuitTest {

    @Test
    void letsEverybodyThroughAtFirst() {
        var circuit = new Circuit(Duration.ofHours(1));
        assertThat(circuit.admits()).isTrue();
        assertThat(circuit.admits()).isTrue();
    }

    @Test
    void turnsEverybodyAwayForAPause() {
        var circuit = new Circuit(Duration.ofHours(1));
        assertThat(circuit.open()).isTrue();
        assertThat(circuit.open()).isFalse();
        assertThat(circuit.admits()).isFalse();
    }

    @Test
    void letsOneOfManyTryAfterThePause() {
        var circuit = new Circuit(Duration.ofMillis(200));
        circuit.open();
        while (!circuit.admits()) {
            Thread.onSpinWait();
        }
        assertThat(IntStream.range(0, 1_000)
                        .parallel()
                        .filter(i -> circuit.admits())
                        .count())
                .isZero();
    }

    @Test
    void letsEverybodyThroughAfterAnAnswer() {
        var circuit = new Circuit(Duration.ofHours(1));
        circuit.open();
        assertThat(circuit.close()).isTrue();
        assertThat(circuit.close()).isFalse();
        assertThat(circuit.admits()).isTrue();
    }
}
