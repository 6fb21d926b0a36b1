package dev.gatehouse.app.journey;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.app.journey.Api.Answer;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Pages of the origins that are named may read our answers, with cookies; no others. */
final class CrossOriginIT {

    private static final String KEYS = "/.well-known/jwks.json";

    private static Gatehouse gatehouse;
    private static Api api;

    @BeforeAll
    static void start() {
        gatehouse = Gatehouse.start(Map.of("GATEHOUSE_BROWSER_ORIGINS", Browser.ORIGIN));
        api = gatehouse.api();
    }

    @AfterAll
    static void stop() {
        gatehouse.close();
    }

    private static Answer preflight(String origin) {
        return new Wire(api.port())
                .lines(
                        "OPTIONS /api/auth/login HTTP/1.1",
                        "Host: localhost",
                        "Origin: " + origin,
                        "Access-Control-Request-Method: POST",
                        "Access-Control-Request-Headers: content-type, x-gatehouse-client");
    }

    @Test
    void aBrowserThatAsksMaySend() {
        Answer answer = preflight(Browser.ORIGIN);
        assertThat(answer.status()).isEqualTo(204);
        assertThat(answer.header("Access-Control-Allow-Origin")).contains(Browser.ORIGIN);
        assertThat(answer.header("Access-Control-Allow-Credentials")).contains("true");
        assertThat(answer.header("Access-Control-Allow-Methods").orElseThrow()).contains("POST", "PUT", "DELETE");
        assertThat(answer.header("Access-Control-Allow-Headers").orElseThrow())
                .contains("X-Gatehouse-Client", "Authorization", "Content-Type", "If-Match");
        assertThat(answer.header("Vary").orElseThrow()).contains("Origin");
    }

    @Test
    void itsPagesReadAnswersAndTheHeadersOfLimits() {
        for (Answer answer : List.of(
                api.get(KEYS, "Origin", Browser.ORIGIN),
                api.get("/api/auth/profile", "Origin", Browser.ORIGIN),
                api.get("/nothing", "Origin", Browser.ORIGIN))) {
            assertThat(answer.header("Access-Control-Allow-Origin")).contains(Browser.ORIGIN);
            assertThat(answer.header("Access-Control-Allow-Credentials")).contains("true");
            assertThat(answer.header("Access-Control-Expose-Headers").orElseThrow())
                    .contains("X-RateLimit-Remaining", "RateLimit", "Retry-After", "ETag", "X-Request-Id");
            assertThat(answer.header("Vary").orElseThrow()).contains("Origin");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "null",
                "*",
                "https://evil.example",
                "http://app.example",
                "https://app.example:444",
                "https://app.example.evil.example",
                "https://APP.example"
            })
    void noOtherOriginIsAllowed(String origin) {
        Problems.demand(preflight(origin), 405, "method-not-allowed");
        Answer read = api.get(KEYS, "Origin", origin);
        assertThat(read.status()).isEqualTo(200);
        assertThat(read.header("Vary").orElseThrow()).contains("Origin");
        assertThat(List.of(preflight(origin), read))
                .allSatisfy(answer ->
                        assertThat(answer.headers().keySet()).noneMatch(name -> name.startsWith("access-control-")));
    }
}
