package dev.gatehouse.app.adapter.redis;

import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisException;
import io.lettuce.core.RedisURI;
import io.lettuce.core.api.StatefulRedisConnection;
import io.lettuce.core.protocol.ProtocolVersion;
import io.lettuce.core.resource.ClientResources;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** Asks nodes of a cluster what is where, one after the other until one tells, each on a connection of its own. */
final class Scout implements AutoCloseable {

    /** For one node, to connect and to answer. */
    private static final Duration PATIENCE = Duration.ofMillis(500);

    private final RedisClient client;

    Scout(ClientResources resources) {
        this.client = RedisClient.create(resources);
        // The answer has maps in RESP3, and not all servers that call themselves Redis agree on what is in them.
        client.setOptions(
                Link.options().mutate().protocolVersion(ProtocolVersion.RESP2).build());
    }

    /** What the first node tells that tells anything; fails when none does. Never blocks. */
    CompletableFuture<Topology> ask(List<RedisURI> nodes) {
        var told = CompletableFuture.<Topology>failedFuture(new RedisException("no node of the cluster is known"));
        for (RedisURI node : nodes) {
            told = told.exceptionallyCompose(silence -> ask(node));
        }
        return told;
    }

    private CompletableFuture<Topology> ask(RedisURI node) {
        try {
            var patient = RedisURI.builder(node).withTimeout(PATIENCE).build();
            return client.connectAsync(Link.CODEC, patient)
                    .toCompletableFuture()
                    .thenCompose(Scout::slots)
                    .orTimeout(2 * PATIENCE.toMillis(), TimeUnit.MILLISECONDS)
                    .thenApply(slots -> Topology.read(slots, Address.of(node)));
        } catch (IllegalStateException resourcesShutDown) {
            return CompletableFuture.failedFuture(new RedisException(resourcesShutDown));
        }
    }

    private static CompletableFuture<List<Object>> slots(StatefulRedisConnection<String, byte[]> connection) {
        var command = Commands.clusterSlots();
        connection.dispatch(command);
        return command.orTimeout(PATIENCE.toMillis(), TimeUnit.MILLISECONDS).whenComplete((slots, failure) -> {
            var _ = connection.closeAsync();
        });
    }

    @Override
    public void close() {
        client.shutdown();
    }
}
