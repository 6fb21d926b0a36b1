package dev.gatehouse.devservices;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.slf4j.LoggerFactory;

/**
 * The servers a run needs and the environment does not name, with the variables that lead the application to them.
 *
 * <p>A variable that is set is never overridden. Whoever names a server keeps ours from being started: {@code DB_HOST} Postgres, {@code REDIS_HOST} or
 * {@code REDIS_URL} Redis, {@code S3_BUCKET} S3, {@code SMTP_HOST} or {@code GATEHOUSE_MAIL} mail.
 */
final class DevServices implements AutoCloseable {

    private final Path data;
    private final Variables variables;
    private final Consumer<String> progress;
    private final PostgresServer postgres;
    private final RedisServer redis;
    private final S3Server s3;
    private final MailServer mail;
    private final boolean hasMailbox;
    private final Administrator administrator;
    private final List<CompletableFuture<Void>> starting = new ArrayList<>();

    DevServices(Path data, Variables variables, Consumer<String> progress) {
        this.data = data.toAbsolutePath().normalize();
        this.variables = variables;
        this.progress = progress;
        this.postgres = new PostgresServer(this.data.resolve("postgres"));
        this.redis = new RedisServer(this.data.resolve("redis"));
        this.s3 = new S3Server(this.data.resolve("s3"));
        this.mail = new MailServer(this.data.resolve("mail"));
        this.administrator = new Administrator(this.data);
        this.hasMailbox = !variables.has("SMTP_HOST") && !variables.has("GATEHOUSE_MAIL");
    }

    /** Deletes what earlier runs have left in them. */
    void wipe() {
        postgres.wipe();
        redis.wipe();
        s3.wipe();
        mail.wipe();
    }

    /**
     * Starts them side by side and returns the variables that were missing. Postgres and Redis answer then; the others may
     * still be on their way, for no application needs them to start: see {@link #awaitAll}.
     */
    Map<String, String> start() {
        var missing = new TreeMap<String, String>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var database = CompletableFuture.supplyAsync(this::database, threads);
            var cache = CompletableFuture.supplyAsync(this::cache, threads);
            // Or threads that log their first line at once would make SLF4J complain.
            LoggerFactory.getILoggerFactory();
            missing.putAll(objects());
            missing.putAll(mail());
            missing.putAll(database.join());
            missing.putAll(cache.join());
        } catch (CompletionException e) {
            throw causeOf(e);
        }
        if (!variables.has("GATEHOUSE_MASTER_KEY")) {
            missing.put("GATEHOUSE_MASTER_KEY", Secret.key(data.resolve("master-key")));
        }
        if (!variables.has("DB_HOST")
                && !variables.has("GATEHOUSE_ADMIN_EMAIL")
                && !variables.has("GATEHOUSE_ADMIN_PASSWORD")) {
            missing.putAll(administrator.variables());
        }
        missing.keySet().removeIf(variables::has);
        return missing;
    }

    /** Waits until all of them answer. */
    void awaitAll() {
        try {
            starting.forEach(CompletableFuture::join);
        } catch (CompletionException e) {
            throw causeOf(e);
        }
    }

    @Override
    public void close() {
        mail.close();
        s3.close();
        redis.close();
        postgres.close();
    }

    private Map<String, String> database() {
        if (variables.has("DB_HOST")) {
            return Map.of();
        }
        variables.demandAbsent("DB_HOST", "DB_PORT", "DB_NAME", "DB_USER", "DB_PASSWORD");
        timed(postgres::start, () -> "PostgreSQL " + postgres.version(), postgres::port);
        return postgres.variables();
    }

    private Map<String, String> cache() {
        if (variables.has("REDIS_HOST") || variables.has("REDIS_URL")) {
            return Map.of();
        }
        variables.demandAbsent("REDIS_HOST", "REDIS_PORT", "REDIS_PASSWORD");
        timed(redis::start, () -> "Redis " + redis.version(), redis::port);
        return redis.variables();
    }

    private Map<String, String> objects() {
        if (variables.has("S3_BUCKET")) {
            return Map.of();
        }
        variables.demandAbsent("S3_BUCKET", "S3_ENDPOINT", "AVATAR_BASE_URL");
        begin(s3, "S3");
        return s3.variables();
    }

    /** What to say of who looks after users; nothing where that was said before, or somebody else has named one. */
    Optional<String> introduction() {
        return administrator.introduction();
    }

    /** Whether mail ends here, not at a server that someone has named. */
    boolean hasMailbox() {
        return hasMailbox;
    }

    private Map<String, String> mail() {
        if (!hasMailbox) {
            return Map.of();
        }
        variables.demandAbsent("SMTP_HOST", "SMTP_PORT", "SMTP_TLS", "GATEHOUSE_SMS_GATEWAY");
        begin(mail, "Mail");
        return mail.variables();
    }

    private void begin(EmbeddedServer<?> server, String name) {
        starting.add(CompletableFuture.runAsync(
                () -> timed(server::start, () -> name, server::port),
                task -> Thread.ofPlatform().daemon().name("devservices-" + name).start(task)));
    }

    private static RuntimeException causeOf(CompletionException e) {
        return e.getCause() instanceof RuntimeException cause ? cause : e;
    }

    private void timed(Runnable start, Supplier<String> name, Supplier<Integer> port) {
        var begin = System.nanoTime();
        start.run();
        var took = Duration.ofNanos(System.nanoTime() - begin);
        progress.accept("%s ready in %d.%02d s on port %d"
                .formatted(name.get(), took.toSeconds(), took.toMillisPart() / 10, port.get()));
    }
}
