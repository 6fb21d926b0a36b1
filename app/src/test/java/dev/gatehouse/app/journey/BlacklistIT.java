package dev.gatehouse.app.journey;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.app.journey.Gatehouse.Servers;
import dev.gatehouse.events.Eventually;
import dev.gatehouse.events.UnitOfWork;
import dev.gatehouse.identity.model.RevokedToken;
import dev.gatehouse.identity.model.UserId;
import dev.gatehouse.identity.port.RevokedTokens;
import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisURI;
import io.lettuce.core.api.sync.RedisCommands;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Tokens that were revoked one by one: refused everywhere, past flushes and restarts, while their sessions live. */
final class BlacklistIT {

    private static Servers servers;
    private static Gatehouse here;
    private static Gatehouse elsewhere;
    private static RedisClient client;
    private static RedisCommands<String, String> redis;

    @BeforeAll
    static void start() {
        servers = Servers.fresh("blacklist");
        here = Gatehouse.start(servers, Map.of());
        elsewhere = Gatehouse.start(servers, Map.of());
        var server = servers.redis();
        client = RedisClient.create(RedisURI.builder()
                .withHost(server.host())
                .withPort(server.port())
                .withPassword(server.password().toCharArray())
                .build());
        redis = client.connect().sync();
    }

    @AfterAll
    static void stop() {
        client.close();
        elsewhere.close();
        here.close();
        servers.close();
    }

    private static String jti(String accessToken) {
        var claims = new String(Base64.getUrlDecoder().decode(accessToken.split("\\.", -1)[1]), StandardCharsets.UTF_8);
        return claims.replaceFirst(".*\"jti\":\"([^\"]+)\".*", "$1");
    }

    private static void revoke(String accessToken, String user) {
        var token = new RevokedToken(
                new UserId(UUID.fromString(user)),
                UUID.fromString(jti(accessToken)),
                Instant.now().plus(Duration.ofMinutes(16)));
        here.bean(UnitOfWork.class).run(() -> {
            here.bean(RevokedTokens.class).revoke(token);
            return token;
        });
    }

    @Test
    void aRevokedTokenStaysRevokedThroughAFlushAndOnInstancesThatStartAfterwards() {
        var account = here.api().register();
        String revoked = account.accessToken();
        String good = here.api().refresh(account.refreshToken()).at("/accessToken");
        assertThat(elsewhere.api().profile(revoked).status()).isEqualTo(200);

        long since = System.nanoTime();
        revoke(revoked, account.registered().at("/user/id"));
        Eventually.holds(
                "it is refused elsewhere",
                () -> elsewhere.api().profile(revoked).status() == 401);
        assertThat(Duration.ofNanos(System.nanoTime() - since)).isLessThan(Duration.ofSeconds(1));
        for (Gatehouse instance : List.of(here, elsewhere)) {
            assertThat(instance.api().profile(revoked).status()).isEqualTo(401);
            assertThat(instance.api().profile(good).status()).isEqualTo(200);
        }

        redis.flushall();
        try (var late = Gatehouse.start(servers, Map.of())) {
            for (Gatehouse instance : List.of(late, here, elsewhere)) {
                assertThat(instance.api().profile(good).status()).isEqualTo(200);
                assertThat(instance.api().profile(revoked).status()).isEqualTo(401);
            }
        }
    }

    @Test
    void loggingOutPutsTheTokenOnTheBlacklistForAsLongAsItCouldBeTaken() {
        var account = here.api().register();

        assertThat(here.api().logOut(account.accessToken()).status()).isEqualTo(204);

        var keys = redis.keys("blacklisted_token:{" + account.registered().at("/user/id") + "}:*");
        assertThat(keys).hasSize(1);
        // 15 minutes, and the minute that verifiers may add.
        assertThat(redis.ttl(keys.getFirst())).isBetween(940L, 960L);
        assertThat(keys.getFirst()).doesNotContain(jti(account.accessToken()));
        assertThat(Sql.column(
                        servers,
                        "SELECT extract(epoch FROM until - revoked_at)::int FROM identity.revoked_tokens WHERE id = ?::uuid",
                        jti(account.accessToken())))
                .allSatisfy(seconds -> assertThat(Integer.parseInt(seconds)).isBetween(940, 960))
                .hasSize(1);
    }
}
