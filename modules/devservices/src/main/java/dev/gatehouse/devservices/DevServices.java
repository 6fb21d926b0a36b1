package dev.gatehouse.devservices;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * The servers a run needs and the environment does not name, with the variables that lead the application to them.
 *
 * <p>A variable that is set is never overridden: {@code DB_HOST} keeps Postgres from being started, {@code REDIS_HOST} or
 * {@code REDIS_URL} keeps Redis.
 */
final class DevServices implements AutoCloseable {

    private final Path data;
    private final Variables variables;
    private final Consumer<String> progress;
    private final PostgresServer postgres;
    private final RedisServer redis;

    DevServices(Path data, Variables variables, Consumer<String> progress) {
        this.data = data.toAbsolutePath().normalize();
        this.variables = variables;
        this.progress = progress;
        this.postgres = new PostgresServer(this.data.resolve("postgres"));
        this.redis = new RedisServer(this.data.resolve("redis"));
    }

    /** Deletes what earlier runs have left in them. */
    void wipe() {
        postgres.wipe();
        redis.wipe();
    }

    /** Starts them side by side and returns the variables that were missing. */
    Map<String, String> start() {
        var missing = new TreeMap<String, String>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var database = CompletableFuture.supplyAsync(this::database, threads);
            var cache = CompletableFuture.supplyAsync(this::cache, threads);
            missing.putAll(database.join());
            missing.putAll(cache.join());
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
        if (!variables.has("GATEHOUSE_MASTER_KEY")) {
            missing.put("GATEHOUSE_MASTER_KEY", Secret.key(data.resolve("master-key")));
        }
        return missing;
    }

    @Override
    public void close() {
        redis.close();
        postgres.close();
    }

    private Map<String, String> database() {
        if (variables.has("DB_HOST")) {
            return Map.of();
        }
        variables.demandAbsent("DB_HOST", "DB_PORT", "DB_NAME", "DB_USER", "DB_PASSWORD");
        timed(postgres::start, () -> "PostgreSQL " + postgres.version(), postgres::port);
        return Map.of(
                "DB_HOST", postgres.host(),
                "DB_PORT", Integer.toString(postgres.port()),
                "DB_NAME", PostgresServer.DATABASE,
                "DB_USER", PostgresServer.USER,
                "DB_PASSWORD", postgres.password());
    }

    private Map<String, String> cache() {
        if (variables.has("REDIS_HOST") || variables.has("REDIS_URL")) {
            return Map.of();
        }
        variables.demandAbsent("REDIS_HOST", "REDIS_PORT", "REDIS_PASSWORD");
        timed(redis::start, () -> "Redis " + redis.version(), redis::port);
        return Map.of(
                "REDIS_HOST", redis.host(),
                "REDIS_PORT", Integer.toString(redis.port()),
                "REDIS_PASSWORD", redis.password());
    }

    private void timed(Runnable start, Supplier<String> name, Supplier<Integer> port) {
        var begin = System.nanoTime();
        start.run();
        var took = Duration.ofNanos(System.nanoTime() - begin);
        progress.accept("%s ready in %d.%02d s on port %d"
                .formatted(name.get(), took.toSeconds(), took.toMillisPart() / 10, port.get()));
    }
}
