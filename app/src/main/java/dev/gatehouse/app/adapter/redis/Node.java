package dev.gatehouse.app.adapter.redis;

import io.lettuce.core.RedisURI;
import io.lettuce.core.api.StatefulRedisConnection;
import io.lettuce.core.protocol.AsyncCommand;
import io.lettuce.core.resource.ClientResources;
import java.time.Duration;
import java.util.List;

/** One server: a connection to it, and a switch that turns calls away for a while after one without an answer. */
final class Node implements AutoCloseable {

    private final String name;
    private final Link<StatefulRedisConnection<String, byte[]>> link;
    private final Circuit circuit;

    /**
     * @param name in the log
     * @param pause between a call without an answer and the next try
     */
    Node(
            String name,
            ClientResources resources,
            RedisURI uri,
            Duration pause,
            Companion<StatefulRedisConnection<String, byte[]>> companion) {
        this.name = name;
        this.link = Link.forCommands(resources, uri, companion);
        this.circuit = new Circuit(pause);
    }

    void warmUp() {
        var _ = link.open();
    }

    /** Whether it has not failed lately. */
    boolean isTrusted() {
        return circuit.isClosed();
    }

    /** Sends commands in one go as soon as that is possible: now, or while the call settles. Never waits. */
    Call begin(List<? extends AsyncCommand<String, byte[], ?>> commands) {
        return new Call(name, link, circuit, commands);
    }

    @Override
    public void close() {
        link.close();
    }
}
