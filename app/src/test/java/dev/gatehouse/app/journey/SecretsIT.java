package dev.gatehouse.app.journey;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.encoder.JsonEncoder;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisURI;
import io.lettuce.core.ScanIterator;
import io.lettuce.core.api.sync.RedisCommands;
import io.lettuce.core.codec.StringCodec;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/** A password and the tokens of a session that nobody else has: they are written down nowhere. */
final class SecretsIT {

    private static final ListAppender<ILoggingEvent> LOG = new ListAppender<>();

    private static final Gatehouse gatehouse = Gatehouse.shared();
    private static final Api api = gatehouse.api();
    private static Canary canary = new Canary("", "", "", List.of());

    @BeforeAll
    static void live() {
        LOG.start();
        root().addAppender(LOG);
        canary = Canary.live(api);
    }

    @AfterAll
    static void stop() {
        root().detachAppender(LOG);
    }

    private static Logger root() {
        return (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    }

    /** What was logged, line by line as operators see it. */
    private static List<String> lines() {
        var encoder = new JsonEncoder();
        encoder.setWithFormattedMessage(true);
        encoder.start();
        return List.copyOf(LOG.list).stream()
                .map(event -> new String(encoder.encode(event), UTF_8))
                .toList();
    }

    @Test
    void theLogHasOneLineARequestAndNoSecret() {
        assertThat(lines().stream().filter(line -> line.contains("\"gatehouse.requests\"")))
                .hasSizeGreaterThanOrEqualTo(18);
        assertThat(lines()).allSatisfy(line -> assertThat(line)
                .doesNotContain(canary.secrets())
                .doesNotContain(canary.email())
                .doesNotContain(canary.email().substring(0, canary.email().indexOf('@'))));
    }

    @Test
    void lineBreaksFromOutsideDoNotBreakTheLog() {
        int before = LOG.list.size();
        var wire = new Wire(api.port());
        wire.lines("GET /a%0d%0aforged%0a HTTP/1.1", "Host: localhost", "User-Agent: a%0d%0aforged");
        wire.lines(
                "GET /nothing HTTP/1.1", "Host: localhost", "X-Request-Id: a\r\n forged", "X-Forwarded-For: a\u0085b");
        api.post("/api/auth/login", "{\"email\":\"a\\r\\nforged\",\"password\":\"b\\r\\nforged\"}");

        assertThat(LOG.list.size()).isGreaterThanOrEqualTo(before + 3);
        assertThat(lines()).allSatisfy(line -> {
            assertThat(line).endsWith("\n").doesNotContain("forged");
            assertThat(line.strip().chars()).noneMatch(Character::isISOControl);
        });
    }

    @Test
    void redisHasNoSecret() {
        var server = Gatehouse.sharedServers().redis();
        var uri = RedisURI.builder()
                .withHost(server.host())
                .withPort(server.port())
                .withPassword(server.password().toCharArray())
                .build();
        try (var client = RedisClient.create(uri);
                var connection = client.connect(StringCodec.ASCII)) {
            var keys = ScanIterator.scan(connection.sync()).stream().toList();
            assertThat(keys).anyMatch(key -> key.contains(canary.user()));
            assertThat(keys).allSatisfy(key -> assertThat(key + " " + value(connection.sync(), key))
                    .doesNotContain(canary.secrets())
                    .doesNotContain(canary.mark()));
            assertThat(keys).allSatisfy(key -> assertThat(key).doesNotContain("canary-"));
        }
    }

    private static String value(RedisCommands<String, String> redis, String key) {
        return switch (redis.type(key)) {
            case "string" -> String.valueOf(redis.get(key));
            case "hash" -> redis.hgetall(key).toString();
            case "zset" -> redis.zrange(key, 0, -1).toString();
            case "set" -> redis.smembers(key).toString();
            case "list" -> redis.lrange(key, 0, -1).toString();
            // It ended a moment ago.
            case "none" -> "";
            default -> throw new IllegalStateException("cannot look into " + redis.type(key));
        };
    }

    @Test
    void postgresHasNoSecretAndTheAddressInOnePlace() {
        var tables = Sql.column("SELECT table_schema || '.' || table_name FROM information_schema.tables"
                + " WHERE table_type = 'BASE TABLE' AND table_schema NOT IN ('pg_catalog', 'information_schema')");
        assertThat(tables).contains("identity.users", "identity.credentials", "identity.sessions", "events.outbox");
        for (String table : tables) {
            String found = "SELECT t::text FROM " + table + " t WHERE strpos(t::text, ?) > 0";
            canary.secrets()
                    .forEach(secret ->
                            assertThat(Sql.column(found, secret)).as(table).isEmpty());
            assertThat(Sql.column(found, canary.mark())).as(table).isEmpty();
            assertThat(Sql.column(found, canary.email())).as(table).hasSize(table.equals("identity.users") ? 1 : 0);
        }
    }
}
