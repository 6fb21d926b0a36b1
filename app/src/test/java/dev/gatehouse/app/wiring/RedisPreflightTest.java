package dev.gatehouse.app.wiring;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class RedisPreflightTest {

    private static void check(Map<String, String> variables) {
        new RedisPreflight(variable -> variables.getOrDefault(variable, "")).check();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "redis://:secret@redis.example:6379/3",
                "rediss://ada:secret@a.example,b.example:7000",
                "redis-sentinel://a.example,b.example:26380/1#main"
            })
    void placesAreTold(String url) {
        assertThatCode(() -> check(Map.of("REDIS_URL", url))).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "secret",
                "http://secret@redis.example",
                "redis://",
                "redis://secret@[a",
                "redis://:secret@a.example,b.example/1",
                "redis://:secret@a.example:x,b.example",
                "redis-sentinel://:secret@a.example"
            })
    void whatIsNoPlaceIsRefusedWithoutShowingIt(String url) {
        assertThatThrownBy(() -> check(Map.of("REDIS_URL", url)))
                .isInstanceOf(Refusal.class)
                .hasMessageStartingWith("REDIS_URL")
                .hasMessageNotContaining("secret");
    }

    @ParameterizedTest
    @CsvSource({
        "REDIS_URL, redis-sentinel://a.example#main",
        "REDIS_URL, redis://a.example/2",
        "REDIS_DB, 2",
        "REDIS_CLUSTER, yes"
    })
    void aClusterHasNeitherSentinelsNorDatabases(String name, String value) {
        Map<String, String> variables =
                name.equals("REDIS_CLUSTER") ? Map.of(name, value) : Map.of("REDIS_CLUSTER", "true", name, value);
        assertThatThrownBy(() -> check(variables)).isInstanceOf(Refusal.class).hasMessageStartingWith(name);
    }

    @Test
    void nothingAtAllIsFine() {
        assertThatCode(() -> check(Map.of())).doesNotThrowAnyException();
    }
}
