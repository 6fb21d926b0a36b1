package dev.gatehouse.app.adapter.redis;

import io.lettuce.core.RedisCommandInterruptedException;
import io.lettuce.core.RedisException;
import io.lettuce.core.RedisURI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The masters of a cluster, and which slots are on which: found out at the first call, and again whenever a node does not
 * answer or sends a caller on, though not more often than ten times a second.
 */
final class Masters implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Masters.class);
    private static final Duration REST = Duration.ofMillis(100);

    private final List<RedisURI> seeds;
    private final Scout scout;
    private final Function<Address, Node> maker;
    private final Runnable mover;
    private final Circuit circuit;
    private final ConcurrentMap<Address, Node> nodes = new ConcurrentHashMap<>();
    private volatile @Nullable Topology known;
    private volatile long restsUntil = System.nanoTime();
    private CompletableFuture<Topology> looking = CompletableFuture.failedFuture(new RedisException("not looked yet"));
    private boolean closed;

    /**
     * @param seeds nodes that are asked when no other is known
     * @param maker makes a node of which the connection does not stand yet
     * @param mover hears that slots may be elsewhere than they were, before anybody is asked there
     * @param pause between a first call that found no node and the next try
     */
    Masters(List<RedisURI> seeds, Scout scout, Function<Address, Node> maker, Runnable mover, Duration pause) {
        this.seeds = seeds;
        this.scout = scout;
        this.maker = maker;
        this.mover = mover;
        this.circuit = new Circuit(pause);
    }

    /**
     * Where the master of a slot is.
     *
     * @throws RedisException when no node tells before the deadline, or no master has the slot
     */
    Address of(int slot, long deadline) {
        var topology = known;
        return (topology == null ? first(deadline) : topology).owner(slot).orElseThrow(() -> {
            doubt();
            return new RedisException("no node of the cluster has slot " + slot);
        });
    }

    private Topology first(long deadline) {
        if (!circuit.admits()) {
            throw new RedisException("no node of the cluster answered a moment ago");
        }
        try {
            var topology = Answers.await(look(), deadline);
            circuit.close();
            return topology;
        } catch (RedisCommandInterruptedException notTheirFault) {
            throw notTheirFault;
        } catch (RedisException unanswered) {
            if (circuit.open()) {
                LOG.warn("Redis Cluster does not answer: {}", unanswered.getMessage());
            }
            throw unanswered;
        }
    }

    Node at(Address address) {
        return nodes.computeIfAbsent(address, maker);
    }

    RedisURI uri(Address address) {
        return address.like(seeds.getFirst());
    }

    /** Hears that a node has sent a caller on. */
    void moved() {
        mover.run();
        doubt();
    }

    /** Looks again what is where, unless that was done just now. Never waits. */
    void doubt() {
        if (System.nanoTime() - restsUntil >= 0) {
            var _ = look();
        }
    }

    private synchronized CompletableFuture<Topology> look() {
        if (looking.isDone() && System.nanoTime() - restsUntil >= 0 && !closed) {
            restsUntil = System.nanoTime() + REST.toNanos();
            looking = scout.ask(candidates()).thenApply(this::adopt);
        }
        return looking;
    }

    /** Whom to ask: those that are heard first, and whoever has failed last. */
    private List<RedisURI> candidates() {
        var trusted = new ArrayList<Address>();
        var others = new ArrayList<Address>();
        nodes.forEach((address, node) -> (node.isTrusted() ? trusted : others).add(address));
        Collections.shuffle(trusted);
        var topology = known;
        var all = new LinkedHashSet<Address>(trusted);
        all.addAll(topology == null ? List.of() : topology.replicas());
        seeds.stream().map(Address::of).filter(seed -> !others.contains(seed)).forEach(all::add);
        all.addAll(others);
        return all.stream().map(this::uri).toList();
    }

    private synchronized Topology adopt(Topology topology) {
        if (closed) {
            return topology;
        }
        if (!topology.hasTheOwnersOf(known)) {
            LOG.info("Redis Cluster has its slots on {}", topology.masters());
            mover.run();
        }
        topology.masters().forEach(master -> at(master).warmUp());
        known = topology;
        for (Address address : nodes.keySet()) {
            if (!topology.masters().contains(address)) {
                retire(nodes.remove(address));
            }
        }
        return topology;
    }

    /** On another thread: to close a node waits for the threads that run this. */
    private static void retire(@Nullable Node node) {
        if (node != null) {
            Thread.ofVirtual().start(node::close);
        }
    }

    @Override
    public void close() {
        synchronized (this) {
            closed = true;
        }
        scout.close();
        nodes.values().forEach(Node::close);
    }
}
