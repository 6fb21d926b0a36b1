package dev.gatehouse.app.adapter.redis;

import io.lettuce.core.RedisURI;
import io.lettuce.core.protocol.AsyncCommand;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** All keys are on one server. */
record OneServer(Node node, RedisURI uri) implements Keyspace {

    @Override
    public <T extends @Nullable Object> Exchange<T> begin(List<Question<T>> questions, long deadline) {
        List<AsyncCommand<String, byte[], T>> commands =
                questions.stream().map(question -> question.command().get()).toList();
        Call call = node.begin(commands);
        return () -> {
            call.settle(deadline);
            return commands;
        };
    }

    @Override
    public int slot(String key) {
        return 0;
    }

    @Override
    public RedisURI place(String channel, long deadline) {
        return uri;
    }

    @Override
    public void doubt() {
        // Each new connection finds out by itself.
    }

    @Override
    public void warmUp() {
        node.warmUp();
    }

    @Override
    public void close() {
        node.close();
    }
}
