package dev.gatehouse.app.adapter.caffeine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.caching.Generations;
import dev.gatehouse.caching.GenerationsContract;
import java.util.HashSet;
import org.junit.jupiter.api.Test;

final class CaffeineGenerationsTest implements GenerationsContract {

    private final Generations generations = new CaffeineGenerations();

    @Override
    public Generations generations() {
        return generations;
    }

    @Test
    void aListWhoseNumberWasPushedOutGetsOneThatItNeverHad() {
        var had = new HashSet<Long>();
        for (int round = 0; round < 3; round++) {
            assertThat(had.add(generations.current("list"))).isTrue();
            generations.advance("list");
            assertThat(had.add(generations.current("list"))).isTrue();
            for (int i = 0; i < 50_000; i++) {
                generations.current("other " + round + " " + i);
            }
            generations.advance("list");
        }
    }
}
