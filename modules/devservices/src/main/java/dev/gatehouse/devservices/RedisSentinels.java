package dev.gatehouse.devservices;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A real Redis, its replica, and three sentinels that make the replica the master when the other is away. Each is a
 * {@link RedisServer} beside the directory; one password is the servers', another the sentinels'. A start is a first
 * start: nothing is kept.
 */
public final class RedisSentinels implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final String NAME = "gatehouse";
    private static final int SENTINELS = 3;

    private final Path directory;
    private final String password;
    private final String sentinelPassword;
    private final List<RedisServer> started = new ArrayList<>();

    private RedisSentinels(Path directory) {
        this.directory = directory;
        this.password = Secret.password(beside(".password"));
        this.sentinelPassword = Secret.password(beside(".sentinel-password"));
    }

    /**
     * Starts all of them and returns when they know each other.
     *
     * @param directory whose name those of the servers begin with
     * @param timeout after which a server that does not answer is away
     */
    public static RedisSentinels start(Path directory, Duration timeout) {
        var redis = new RedisSentinels(directory);
        try {
            redis.start(timeout);
            return redis;
        } catch (RuntimeException failure) {
            redis.close();
            throw failure;
        }
    }

    private void start(Duration timeout) {
        var replicated = List.of("masterauth " + password, "repl-diskless-sync-delay 0");
        start("-master", new RedisServer.Part(false, password, replicated));
        start("-replica", new RedisServer.Part(false, password, replicated));
        demand(replica()
                .ask("REPLICAOF %s %d".formatted(master().host(), master().port()))
                .equals("OK"));
        for (int number = 1; number <= SENTINELS; number++) {
            start("-sentinel-" + number, new RedisServer.Part(true, sentinelPassword, watching(timeout)));
        }
        demand(Deadline.in(PATIENCE).await(this::stands));
    }

    private void start(String name, RedisServer.Part part) {
        started.add(RedisServer.first(beside(name), part));
    }

    private static void demand(boolean done) {
        if (!done) {
            throw new DevServiceException("Redis Sentinel: the servers do not know each other");
        }
    }

    private Path beside(String name) {
        return directory.resolveSibling(directory.getFileName() + name);
    }

    private List<String> watching(Duration timeout) {
        return List.of(
                "sentinel monitor %s %s %d %d".formatted(NAME, master().host(), master().port(), SENTINELS / 2 + 1),
                "sentinel auth-pass %s %s".formatted(NAME, password),
                "sentinel sentinel-pass " + sentinelPassword,
                "sentinel down-after-milliseconds %s %d".formatted(NAME, timeout.toMillis()),
                "sentinel failover-timeout %s %d".formatted(NAME, 5 * timeout.toMillis()));
    }

    private boolean stands() {
        return replica().ask("INFO replication").contains("master_link_status:up")
                && sentinels().stream()
                        .map(sentinel -> sentinel.ask("INFO sentinel"))
                        .allMatch(info -> info.contains("slaves=1,sentinels=" + SENTINELS));
    }

    /** The one that was the master at the start. */
    public RedisServer master() {
        return started.getFirst();
    }

    /** The one that was the replica at the start. */
    public RedisServer replica() {
        return started.get(1);
    }

    public List<RedisServer> sentinels() {
        return List.copyOf(started.subList(2, started.size()));
    }

    /** What an application reads from its environment to be led here. */
    public Map<String, String> variables() {
        String hosts = sentinels().stream()
                .map(sentinel -> sentinel.host() + ":" + sentinel.port())
                .collect(Collectors.joining(","));
        return Map.of(
                "REDIS_URL",
                "redis-sentinel://:%s@%s/0#%s".formatted(password, hosts, NAME),
                "REDIS_SENTINEL_PASSWORD",
                sentinelPassword);
    }

    @Override
    public void close() {
        // Sentinels first: they would else hurry to mend what is stopped on purpose.
        started.reversed().forEach(RedisServer::close);
    }
}
