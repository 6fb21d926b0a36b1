package dev.gatehouse.devservices;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A real Redis Cluster on the loopback address: a few masters with the slots in equal parts, and replicas that take over
 * from them. Each is a {@link RedisServer} beside the directory, and one password is all servers'. A start is a first
 * start: nothing is kept.
 */
public final class RedisCluster implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final int SLOTS = 16_384;
    private static final Pattern REPLICA = Pattern.compile("\\bslave\\b");

    private final String password;
    private final List<RedisServer> masters = new ArrayList<>();
    private final List<RedisServer> replicas = new ArrayList<>();

    private RedisCluster(String password) {
        this.password = password;
    }

    /**
     * Starts a cluster and returns when all of it answers.
     *
     * @param directory whose name the servers' have before their numbers
     * @param replicas of each master
     * @param timeout after which a node that does not answer the others is away
     */
    public static RedisCluster start(Path directory, int masters, int replicas, Duration timeout) {
        String password = Secret.password(directory.resolveSibling(directory.getFileName() + ".password"));
        var cluster = new RedisCluster(password);
        try {
            for (int number = 1; number <= masters * (1 + replicas); number++) {
                Path node = directory.resolveSibling(directory.getFileName() + "-" + number);
                var part = new RedisServer.Part(false, password, settings(password, timeout));
                (number <= masters ? cluster.masters : cluster.replicas).add(RedisServer.first(node, part));
            }
            cluster.meet();
            cluster.replicate();
            return cluster;
        } catch (RuntimeException failure) {
            cluster.close();
            throw failure;
        }
    }

    private static List<String> settings(String password, Duration timeout) {
        return List.of(
                "masterauth " + password,
                "cluster-enabled yes",
                // The usual one, 10000 above the other, need not exist.
                "cluster-port " + Ports.free(),
                "cluster-node-timeout " + timeout.toMillis(),
                "repl-diskless-sync-delay 0");
    }

    private void meet() {
        for (int i = 0; i < masters.size(); i++) {
            demand(masters.get(i), "CLUSTER ADDSLOTSRANGE %d %d".formatted(first(i), first(i + 1) - 1));
        }
        RedisServer host = masters.getFirst();
        all().skip(1)
                .forEach(server ->
                        demand(host, "CLUSTER MEET %s %d %s".formatted(server.host(), server.port(), busPort(server))));
        long nodes = all().count();
        await("whole", () -> all().map(server -> server.ask("CLUSTER INFO"))
                .allMatch(info -> info.contains("cluster_state:ok") && info.contains("cluster_known_nodes:" + nodes)));
    }

    private int first(int master) {
        return SLOTS * master / masters.size();
    }

    private static String busPort(RedisServer server) {
        String self = server.ask("CLUSTER NODES");
        return self.substring(self.indexOf('@') + 1).split("[ ,]", 2)[0];
    }

    private void replicate() {
        for (int i = 0; i < replicas.size(); i++) {
            String id = masters.get(i % masters.size()).ask("CLUSTER MYID");
            demand(replicas.get(i), "CLUSTER REPLICATE " + id);
        }
        await("replicated", () -> replicas.stream()
                .allMatch(replica -> replica.ask("INFO replication").contains("master_link_status:up")));
        // A replica that the other masters do not know of as one is not elected.
        await("known", () -> all().map(server -> server.ask("CLUSTER NODES"))
                .allMatch(nodes -> REPLICA.matcher(nodes).results().count() == replicas.size()));
    }

    private static void demand(RedisServer server, String command) {
        String answer = server.ask(command);
        if (!answer.equals("OK")) {
            throw new DevServiceException("Redis Cluster: %s: %s".formatted(command, answer));
        }
    }

    private static void await(String what, BooleanSupplier condition) {
        if (!Deadline.in(PATIENCE).await(condition)) {
            throw new DevServiceException("Redis Cluster: not %s within %d s".formatted(what, PATIENCE.toSeconds()));
        }
    }

    private Stream<RedisServer> all() {
        return Stream.concat(masters.stream(), replicas.stream());
    }

    /** Those that were masters at the start, in the order of their slots. */
    public List<RedisServer> masters() {
        return List.copyOf(masters);
    }

    /** Those that were replicas at the start: the first of the first master, of the second, and so on. */
    public List<RedisServer> replicas() {
        return List.copyOf(replicas);
    }

    public String password() {
        return password;
    }

    /** What an application reads from its environment to be led here. */
    public Map<String, String> variables() {
        String hosts = masters.stream()
                .map(server -> server.host() + ":" + server.port())
                .collect(Collectors.joining(","));
        return Map.of("REDIS_URL", "redis://:" + password + "@" + hosts);
    }

    @Override
    public void close() {
        replicas.forEach(RedisServer::close);
        masters.forEach(RedisServer::close);
    }
}
