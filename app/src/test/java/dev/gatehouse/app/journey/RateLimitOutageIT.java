package dev.gatehouse.app.journey;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.app.journey.Api.Answer;
import dev.gatehouse.app.journey.Gatehouse.Servers;
import dev.gatehouse.events.Eventually;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Limits while Redis is away: each instance has its own, and nothing of that is heard of later. */
final class RateLimitOutageIT {

    private static final String KEYS = "/.well-known/jwks.json";

    private static final Map<String, String> USUAL = Map.of(
            "GATEHOUSE_RATE_LIMITS", "",
            "GATEHOUSE_LOCKOUT_THRESHOLD", "5",
            "GATEHOUSE_TRUSTED_PROXIES", "127.0.0.1/32,::1/128");

    private static Servers servers;
    private static Gatehouse gatehouse;
    private static Api api;

    @BeforeAll
    static void start() {
        servers = Servers.fresh("rate-limits-outage");
        gatehouse = Gatehouse.start(servers, USUAL);
        api = gatehouse.api();
    }

    @AfterAll
    static void stop() {
        gatehouse.close();
        servers.close();
    }

    private static List<Integer> logIns(Supplier<String> email, Supplier<String[]> address) {
        return IntStream.range(0, 12)
                .mapToObj(i -> api.post(
                        "/api/auth/login",
                        "{\"email\":\"%s\",\"password\":\"wrong\"}".formatted(email.get()),
                        address.get()))
                .map(Answer::status)
                .toList();
    }

    @Test
    void limitsGoOnPerInstanceAndNothingIsReplayed() {
        String[] address = Address.fresh();
        assertThat(api.get(KEYS, address).header("X-RateLimit-Remaining")).contains("99");

        servers.redis().stop();

        for (int i = 0; i < 100; i++) {
            assertThat(api.get(KEYS, address).status()).isEqualTo(200);
        }
        assertThat(api.get(KEYS, address).status()).isEqualTo(429);
        String[] attacker = Address.fresh();
        assertThat(logIns(Api::freshEmail, () -> attacker))
                .startsWith(401)
                .endsWith(429, 429)
                .filteredOn(status -> status == 401)
                .hasSize(10);
        assertThat(logIns(() -> "ada@example.com", Address::fresh))
                .endsWith(429)
                .filteredOn(status -> status == 401)
                .hasSize(5);

        servers.redis().start();

        String[] other = Address.fresh();
        Eventually.holds("limits are shared again", () -> api.get(KEYS, other)
                .header("X-RateLimit-Remaining")
                .filter("99"::equals)
                .isEmpty());
        // Of all that was asked meanwhile, the shared count has the one from before.
        assertThat(remaining(address)).isGreaterThanOrEqualTo(90);
    }

    private static int remaining(String[] address) {
        var second = Gatehouse.start(servers, USUAL);
        try (second) {
            return Integer.parseInt(second.api()
                    .get(KEYS, address)
                    .header("X-RateLimit-Remaining")
                    .orElseThrow());
        }
    }
}
