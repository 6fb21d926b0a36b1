package dev.gatehouse.app.journey;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.app.journey.Gatehouse.Servers;
import dev.gatehouse.events.Eventually;
import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisURI;
import io.lettuce.core.api.sync.RedisCommands;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Counts what requests cost, in Redis commands and SQL statements. */
final class RoundTripsIT {

    private static Servers servers;
    private static Gatehouse gatehouse;
    private static Api api;
    private static RedisClient client;
    private static RedisCommands<String, String> redis;

    @BeforeAll
    static void start() {
        servers = Servers.fresh("round-trips");
        gatehouse = Gatehouse.start(
                servers, Map.of("datasources.default.driver-class-name", CountedDriver.class.getName()));
        api = gatehouse.api();
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
        gatehouse.close();
        servers.close();
    }

    @Test
    void aWarmProfileIsOneCommandAndNoSql() {
        var account = api.register();
        assertThat(api.profile(account.accessToken()).status()).isEqualTo(200);
        // What the registration is told to the cache by must not be counted.
        Eventually.holds("the relay is done", RoundTripsIT::isRelayDone);
        assertThat(api.profile(account.accessToken()).status()).isEqualTo(200);
        var statements = CountedDriver.STATEMENTS;
        statements.clear();
        var before = fromClients();

        for (int i = 0; i < 10; i++) {
            assertThat(api.profile(account.accessToken()).status()).isEqualTo(200);
        }

        var after = fromClients();
        before.forEach((command, calls) -> after.merge(command, -calls, Integer::sum));
        after.values().removeIf(calls -> calls == 0);
        assertThat(after).isEqualTo(Map.of("evalsha", 10));
        assertThat(statements).isEmpty();
    }

    /** Were the user or the limits asked for only after the session is known to live, the relay would hold that for ever. */
    @Test
    void theSessionTheLimitsAndTheUserAreWaitedForTogether() throws IOException {
        try (var relay = new HoldingRelay(servers.redis().port());
                var behindRelay = Gatehouse.start(
                        servers,
                        Map.of(
                                "REDIS_PORT", Integer.toString(relay.port()),
                                "datasources.default.driver-class-name", CountedDriver.class.getName()))) {
            var account = behindRelay.api().register();
            assertThat(behindRelay.api().profile(account.accessToken()).status())
                    .isEqualTo(200);
            // A change and the end of another session take the copies away that are near, and leave what is in Redis.
            String another =
                    behindRelay.api().logIn(account.email(), Api.PASSWORD).at("/accessToken");
            var renamed = behindRelay
                    .api()
                    .put("/api/auth/profile", "{\"name\":\"Ada\"}", "Authorization", "Bearer " + account.accessToken());
            assertThat(renamed.status()).isEqualTo(200);
            assertThat(behindRelay.api().logOut(another).status()).isEqualTo(204);
            // News of it are heard when this is answered.
            assertThat(behindRelay.api().get("/.well-known/jwks.json").status()).isEqualTo(200);
            CountedDriver.STATEMENTS.clear();

            relay.holdUntilAsked("session:{", "rate_limit:ip:{", "rate_limit:user:{", "user:{");

            assertThat(behindRelay.api().profile(account.accessToken()).status())
                    .isEqualTo(200);
            // Whoever gets no answer from Redis asks Postgres.
            assertThat(CountedDriver.STATEMENTS).isEmpty();
        }
    }

    @Test
    void aRefreshIsTwoStatementsAndALoginSixOneOfThemForTheAuditLog() {
        var account = api.register();
        assertThat(api.profile(account.accessToken()).status()).isEqualTo(200);
        var statements = CountedDriver.STATEMENTS;

        statements.clear();
        assertThat(api.refresh(account.refreshToken()).status()).isEqualTo(200);
        assertThat(statements).hasSize(2);

        statements.clear();
        assertThat(api.logIn(account.email(), Api.PASSWORD).status()).isEqualTo(200);
        assertThat(statements).hasSize(6);
        assertThat(statements)
                .filteredOn(statement -> statement.startsWith("INSERT INTO audit.entries"))
                .hasSize(1);
    }

    @Test
    void aWrongPasswordFromADeviceIsTheSameStatementsWhoeverHasTheAddress() {
        var account = api.register();
        var statements = CountedDriver.STATEMENTS;
        String body = "{\"email\":\"%s\",\"password\":\"wrong horse battery\",\"device\":{\"id\":\"%s\"}}";
        String device = UUID.randomUUID().toString();

        statements.clear();
        assertThat(api.post("/api/auth/login", body.formatted(account.email(), device))
                        .status())
                .isEqualTo(401);
        var known = List.copyOf(statements);
        statements.clear();
        assertThat(api.post("/api/auth/login", body.formatted(Api.freshEmail(), device))
                        .status())
                .isEqualTo(401);

        assertThat(statements).hasSize(2).isEqualTo(known);
    }

    @Test
    void aLanguageCostsARegistrationOneStatementMore() {
        var statements = CountedDriver.STATEMENTS;

        statements.clear();
        assertThat(api.register(Api.freshEmail()).status()).isEqualTo(201);
        int without = statements.size();
        var body = "{\"email\":\"%s\",\"password\":\"%s\",\"name\":\"Ada\"}".formatted(Api.freshEmail(), Api.PASSWORD);
        statements.clear();
        var answer = api.post("/api/auth/register", body, "Accept-Language", "de-CH");

        assertThat(answer.status()).isEqualTo(201);
        assertThat(statements).hasSize(without + 1);
    }

    @Test
    void tellingOfARegistrationIsOneOfItsStatements() {
        var statements = CountedDriver.STATEMENTS;
        statements.clear();

        api.register();

        assertThat(statements).hasSize(6);
        assertThat(statements)
                .filteredOn(statement -> statement.contains("events.") || statement.contains("NOTIFY"))
                .singleElement()
                .asString()
                .startsWith("INSERT INTO events.outbox");
    }

    private static boolean isRelayDone() {
        return Sql.column(servers, "SELECT 1 FROM events.outbox UNION ALL SELECT 1 FROM events.deliveries")
                .isEmpty();
    }

    /** Calls by command, but for those made inside scripts, by this test itself, and to look after a subscription. */
    private static Map<String, Integer> fromClients() {
        var calls = new TreeMap<String, Integer>();
        Arrays.stream(redis.info("commandstats").split("\r\n"))
                .filter(line -> line.startsWith("cmdstat_"))
                .map(line -> line.substring("cmdstat_".length()).split(":calls=|,"))
                .forEach(parts -> calls.put(parts[0], Integer.parseInt(parts[1])));
        calls.keySet()
                .removeAll(Set.of(
                        "info",
                        "hmget",
                        "hset",
                        "mget",
                        "set",
                        "pexpire",
                        "pexpireat",
                        "time",
                        "del",
                        "ping",
                        "exists",
                        "type",
                        "zadd",
                        "zrem",
                        "zrevrange",
                        "zremrangebyscore"));
        return calls;
    }
}
