package dev.gatehouse.app.journey;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.app.journey.Gatehouse.Servers;
import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisURI;
import io.lettuce.core.ScanIterator;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** One instance that caches in its own process. */
final class LocalCacheIT {

    private static Servers servers;
    private static Gatehouse gatehouse;
    private static Api api;

    @BeforeAll
    static void start() {
        servers = Servers.fresh("local-cache");
        gatehouse = Gatehouse.start(
                servers,
                Map.of(
                        "GATEHOUSE_CACHE",
                        "local",
                        "datasources.default.driver-class-name",
                        CountedDriver.class.getName()));
        api = gatehouse.api();
    }

    @AfterAll
    static void stop() {
        gatehouse.close();
        servers.close();
    }

    @Test
    void whatWasReadIsReadAgainWithoutSqlAndAChangeIsSeenAtOnce() {
        var account = api.register();
        String[] bearer = {"Authorization", "Bearer " + account.accessToken()};
        assertThat(api.put("/api/auth/profile/preferences", "{\"theme\":\"dark\"}", bearer)
                        .status())
                .isEqualTo(200);
        api.profile(account.accessToken());
        api.get("/api/auth/profile/preferences", bearer);
        api.get("/api/vehicles", bearer);

        CountedDriver.STATEMENTS.clear();
        assertThat(api.profile(account.accessToken()).at("/name")).isEqualTo("Ada Lovelace");
        assertThat(api.get("/api/auth/profile/preferences", bearer).at("/theme"))
                .isEqualTo("dark");
        assertThat(api.get("/api/vehicles", bearer).status()).isEqualTo(200);
        assertThat(CountedDriver.STATEMENTS).isEmpty();

        for (int i = 0; i < 20; i++) {
            String name = "Ada " + i;
            api.put("/api/auth/profile", "{\"name\":\"" + name + "\"}", bearer);
            assertThat(api.profile(account.accessToken()).at("/name")).isEqualTo(name);
        }
    }

    @Test
    void nothingOfItIsInRedis() {
        var account = api.register();
        api.profile(account.accessToken());
        var uri = RedisURI.builder()
                .withHost(servers.redis().host())
                .withPort(servers.redis().port())
                .withPassword(servers.redis().password().toCharArray())
                .build();
        try (var client = RedisClient.create(uri);
                var connection = client.connect()) {
            assertThat(ScanIterator.scan(connection.sync()).stream())
                    .anyMatch(key -> key.startsWith("session:{"))
                    .noneMatch(key -> key.startsWith("user") || key.startsWith("vehicle") || key.startsWith("lease"));
        }
    }
}
