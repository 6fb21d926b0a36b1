package dev.gatehouse.app.journey;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.app.journey.Gatehouse.Servers;
import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisURI;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Redis may forget everything, go away and come back with an old picture: slower, never weaker. */
final class RedisOutageIT {

    private static Servers servers;
    private static Gatehouse gatehouse;
    private static Api api;

    @BeforeAll
    static void start() {
        servers = Servers.fresh("redis-outage");
        gatehouse = Gatehouse.start(servers, Map.of());
        api = gatehouse.api();
    }

    @AfterAll
    static void stop() {
        gatehouse.close();
        servers.close();
    }

    @Test
    void aFlushLeavesRevokedTokensDeadAndLiveOnesAlive() {
        var live = api.register();
        var revoked = api.register();
        assertThat(api.profile(revoked.accessToken()).status()).isEqualTo(200);
        assertThat(api.logOut(revoked.accessToken()).status()).isEqualTo(204);

        flush();
        try (var elsewhere = Gatehouse.start(servers, Map.of())) {
            for (var instance : new Api[] {api, elsewhere.api()}) {
                assertThat(instance.profile(revoked.accessToken()).status()).isEqualTo(401);
                assertThat(instance.profile(live.accessToken()).status()).isEqualTo(200);
            }
        }
    }

    @Test
    void withoutRedisUsersComeAndGoAndWhatTheyEndedStaysEndedWhenItIsBack() {
        var stays = api.register();
        var leaves = api.register();
        // Both are in the picture that Redis keeps on its disk.
        assertThat(api.profile(stays.accessToken()).status()).isEqualTo(200);
        assertThat(api.profile(leaves.accessToken()).status()).isEqualTo(200);

        servers.redis().stop();

        assertThat(api.profile(stays.accessToken()).status()).isEqualTo(200);
        assertThat(api.logIn(stays.email(), Api.PASSWORD).status()).isEqualTo(200);
        assertThat(api.refresh(stays.refreshToken()).status()).isEqualTo(200);
        assertThat(api.logOut(leaves.accessToken()).status()).isEqualTo(204);
        assertThat(api.profile(leaves.accessToken()).status()).isEqualTo(401);

        try (var elsewhere = Gatehouse.start(servers, Map.of())) {
            servers.redis().start();
            for (var instance : new Api[] {api, elsewhere.api()}) {
                assertThat(instance.profile(leaves.accessToken()).status()).isEqualTo(401);
                assertThat(instance.profile(stays.accessToken()).status()).isEqualTo(200);
            }
        }
    }

    private static void flush() {
        var redis = servers.redis();
        var uri = RedisURI.builder()
                .withHost(redis.host())
                .withPort(redis.port())
                .withPassword(redis.password().toCharArray())
                .build();
        try (var client = RedisClient.create(uri);
                var connection = client.connect()) {
            connection.sync().flushall();
        }
    }
}
