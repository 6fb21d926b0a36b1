package dev.gatehouse.app.journey;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.app.journey.Gatehouse.Servers;
import dev.gatehouse.events.Eventually;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What Gatehouse tells everybody of how it is. */
final class HealthIT {

    private static final String HEALTH = "/api/auth/health";

    private static Servers servers;
    private static Gatehouse gatehouse;
    private static Api api;

    @BeforeAll
    static void start() {
        servers = Servers.fresh("health");
        gatehouse = Gatehouse.start(servers, Map.of());
        api = gatehouse.api();
    }

    @AfterAll
    static void stop() {
        gatehouse.close();
        servers.close();
    }

    private static void demandStats(long active, long cached, long blacklisted) {
        Eventually.holds("the numbers are those of now", () -> {
            var stats = api.get(HEALTH).body().get("sessionStats");
            return stats.get("activeSessions").asLong() == active
                    && stats.get("cachedProfiles").asLong() == cached
                    && stats.get("blacklistedTokens").asLong() == blacklisted;
        });
    }

    @Test
    void itSaysHowItIsAndHowMuchThereIsAndNothingOfWhatItIsMadeOf() {
        var answer = api.get(HEALTH);
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.at("/status")).isEqualTo("OK");
        assertThat(answer.at("/redis")).isEqualTo("connected");
        assertThat(answer.header("Cache-Control")).contains("no-store");
        var names = new ArrayList<String>();
        answer.body().fieldNames().forEachRemaining(names::add);
        answer.body().get("sessionStats").fieldNames().forEachRemaining(names::add);
        assertThat(names)
                .isEqualTo(List.of(
                        "status", "redis", "sessionStats", "activeSessions", "cachedProfiles", "blacklistedTokens"));

        var account = api.register();
        var second = api.logIn(account.email(), Api.PASSWORD);
        // What was read from Redis is near from then on.
        Eventually.holds("the profile is near", () -> {
            api.profile(account.accessToken());
            return api.get(HEALTH).body().at("/sessionStats/cachedProfiles").asLong() == 1;
        });
        demandStats(2, 1, 0);
        assertThat(api.logOut(second.at("/accessToken")).status()).isEqualTo(204);
        demandStats(1, 1, 1);

        servers.redis().stop();
        var without = api.get(HEALTH);
        assertThat(without.status()).isEqualTo(200);
        assertThat(without.at("/status")).isEqualTo("DEGRADED");
        assertThat(without.at("/redis")).isEqualTo("disconnected");
        servers.redis().start();
        Eventually.holds("it is well again", () -> api.get(HEALTH).at("/status").equals("OK"));
    }
}
