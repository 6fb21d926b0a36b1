package dev.gatehouse.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class BackoffTest {

    private final Backoff backoff = new Backoff(Duration.ofSeconds(1), Duration.ofSeconds(15), new Random(7));

    private void isAbout(int seconds, int times) {
        assertThat(IntStream.range(0, 200).mapToObj(i -> backoff.after(times)))
                .allSatisfy(pause -> assertThat(pause)
                        .isBetween(Duration.ofMillis(seconds * 750L), Duration.ofMillis(seconds * 1250L)))
                .hasSizeGreaterThan(1)
                .anySatisfy(pause -> assertThat(pause).isLessThan(Duration.ofMillis(seconds * 900L)))
                .anySatisfy(pause -> assertThat(pause).isGreaterThan(Duration.ofMillis(seconds * 1100L)));
    }

    @Test
    void pausesDoubleUpToTheLongestAndDifferByChance() {
        isAbout(1, 1);
        isAbout(2, 2);
        isAbout(4, 3);
        isAbout(8, 4);
        isAbout(15, 5);
        isAbout(15, 1000);
    }
}
