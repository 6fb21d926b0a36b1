package dev.gatehouse.app.journey;

import dev.gatehouse.devservices.PostgresServer;
import dev.gatehouse.devservices.RedisServer;
import io.micronaut.context.ApplicationContext;
import io.micronaut.runtime.server.EmbeddedServer;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/**
 * A running Gatehouse on free ports, over a Postgres and a Redis that all tests of this JVM share unless they bring
 * their own.
 */
final class Gatehouse implements AutoCloseable {

    static final String MASTER_KEY = "bWFzdGVyIGtleSBmb3IgdGVzdHMgb25seSwgMzIgYnk=";

    /** Limits that no journey comes near, because all of them have one address. */
    static final Path WIDE_LIMITS = Path.of("src", "test", "resources", "wide-limits.yml");

    static final Path SERVERS = Path.of("target", "servers");

    /** One Postgres and one Redis. Tests that stop or flush them use a pair of their own. */
    record Servers(PostgresServer postgres, RedisServer redis) implements AutoCloseable {

        static Servers fresh(String name) {
            var postgres = new PostgresServer(SERVERS.resolve(name).resolve("postgres"));
            var redis = new RedisServer(SERVERS.resolve(name).resolve("redis"));
            return new Servers(postgres.wipe().start(), redis.wipe().start());
        }

        @Override
        public void close() {
            redis.close();
            postgres.close();
        }
    }

    private static final class SharedServers {
        static final Servers SERVERS = Servers.fresh("journey");

        static {
            Runtime.getRuntime().addShutdownHook(new Thread(SERVERS::close));
        }
    }

    private static final class Shared {
        static final Gatehouse GATEHOUSE = start(TestS3.variables());
    }

    private final EmbeddedServer server;
    private final int port;
    private final int managementPort;

    private Gatehouse(EmbeddedServer server, int port, int managementPort) {
        this.server = server;
        this.port = port;
        this.managementPort = managementPort;
    }

    /** The one, with everything on, that all journeys of this JVM share which need nothing of their own; nobody closes it. */
    static Gatehouse shared() {
        return Shared.GATEHOUSE;
    }

    /** Starts on the shared servers. */
    static Gatehouse start() {
        return start(SharedServers.SERVERS, Map.of());
    }

    /** Starts on the shared servers, with environment variables on top of the defaults. */
    static Gatehouse start(Map<String, String> variables) {
        return start(SharedServers.SERVERS, variables);
    }

    static Gatehouse start(Servers servers, Map<String, String> variables) {
        int port = freePort();
        int managementPort = freePort();
        var settings = new HashMap<String, Object>(variables(servers, port, managementPort));
        settings.putAll(variables);
        return new Gatehouse(ApplicationContext.run(EmbeddedServer.class, settings), port, managementPort);
    }

    /** What every start needs to be told. */
    static Map<String, String> variables(Servers servers, int port, int managementPort) {
        return Map.ofEntries(
                Map.entry("GATEHOUSE_PORT", Integer.toString(port)),
                Map.entry("GATEHOUSE_MANAGEMENT_PORT", Integer.toString(managementPort)),
                Map.entry("GATEHOUSE_MASTER_KEY", MASTER_KEY),
                Map.entry("GATEHOUSE_RATE_LIMITS", WIDE_LIMITS.toAbsolutePath().toString()),
                Map.entry("GATEHOUSE_LOCKOUT_THRESHOLD", "1000"),
                Map.entry("DB_HOST", servers.postgres().host()),
                Map.entry("DB_PORT", Integer.toString(servers.postgres().port())),
                Map.entry("DB_NAME", PostgresServer.DATABASE),
                Map.entry("DB_PASSWORD", servers.postgres().password()),
                Map.entry("REDIS_HOST", servers.redis().host()),
                Map.entry("REDIS_PORT", Integer.toString(servers.redis().port())),
                Map.entry("REDIS_PASSWORD", servers.redis().password()));
    }

    static Servers sharedServers() {
        return SharedServers.SERVERS;
    }

    Api api() {
        return new Api(port);
    }

    Api management() {
        return new Api(managementPort);
    }

    <T> T bean(Class<T> type) {
        return server.getApplicationContext().getBean(type);
    }

    <T> Collection<T> beans(Class<T> type) {
        return server.getApplicationContext().getBeansOfType(type);
    }

    @Override
    public void close() {
        server.close();
    }

    static int freePort() {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException noPort) {
            throw new java.io.UncheckedIOException(noPort);
        }
    }
}
