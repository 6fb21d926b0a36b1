package dev.gatehouse.app.adapter.redis;

import io.lettuce.core.output.IntegerOutput;
import io.lettuce.core.output.MapOutput;
import io.lettuce.core.output.NestedMultiOutput;
import io.lettuce.core.output.StatusOutput;
import io.lettuce.core.output.ValueListOutput;
import io.lettuce.core.output.ValueOutput;
import io.lettuce.core.protocol.AsyncCommand;
import io.lettuce.core.protocol.Command;
import io.lettuce.core.protocol.CommandArgs;
import io.lettuce.core.protocol.CommandKeyword;
import io.lettuce.core.protocol.CommandType;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The commands we send, in the form in which a connection takes many of them at once. */
final class Commands {

    private Commands() {}

    static AsyncCommand<String, byte[], byte[]> get(String key) {
        return command(CommandType.GET, arguments().addKey(key));
    }

    /** The values in the order of the keys; null for none, and for what is no string. */
    static AsyncCommand<String, byte[], List<byte @Nullable []>> mget(Collection<String> keys) {
        var arguments = arguments().addKeys(keys);
        return new AsyncCommand<>(new Command<>(CommandType.MGET, new ValueListOutput<>(Link.CODEC), arguments));
    }

    /** The fields of a hash; none when there is none. */
    static AsyncCommand<String, byte[], Map<String, byte[]>> hgetall(String key) {
        var arguments = arguments().addKey(key);
        return new AsyncCommand<>(new Command<>(CommandType.HGETALL, new MapOutput<>(Link.CODEC), arguments));
    }

    static AsyncCommand<String, byte[], Long> del(String... keys) {
        var arguments = arguments().addKeys(List.of(keys));
        return new AsyncCommand<>(new Command<>(CommandType.DEL, new IntegerOutput<>(Link.CODEC), arguments));
    }

    /** Runs a script that the server may know. */
    static AsyncCommand<String, byte[], byte[]> evalsha(RedisScript.Call call) {
        return command(CommandType.EVALSHA, script(call.script().digest(), call));
    }

    /** Runs a script and makes the server know it. */
    static AsyncCommand<String, byte[], byte[]> eval(RedisScript.Call call) {
        return command(CommandType.EVAL, script(call.script().text(), call));
    }

    static AsyncCommand<String, byte[], Long> publish(String channel, byte[] message) {
        var arguments = arguments().addKey(channel).addValue(message);
        return new AsyncCommand<>(new Command<>(CommandType.PUBLISH, new IntegerOutput<>(Link.CODEC), arguments));
    }

    /** Lets the next command on a connection to a node of a cluster reach a slot that is on its way there. */
    static AsyncCommand<String, byte[], String> asking() {
        return new AsyncCommand<>(new Command<>(CommandType.ASKING, new StatusOutput<>(Link.CODEC), arguments()));
    }

    /** Which node of a cluster each slot is on, as {@link Topology} reads it. */
    static AsyncCommand<String, byte[], List<Object>> clusterSlots() {
        var arguments = arguments().add(CommandKeyword.SLOTS);
        return new AsyncCommand<>(new Command<>(CommandType.CLUSTER, new NestedMultiOutput<>(Link.CODEC), arguments));
    }

    private static CommandArgs<String, byte[]> script(String script, RedisScript.Call call) {
        return arguments()
                .add(script)
                .add(call.keys().size())
                .addKeys(call.keys())
                .addValues(call.arguments());
    }

    private static CommandArgs<String, byte[]> arguments() {
        return new CommandArgs<>(Link.CODEC);
    }

    private static AsyncCommand<String, byte[], byte[]> command(
            CommandType type, CommandArgs<String, byte[]> arguments) {
        return new AsyncCommand<>(new Command<>(type, new ValueOutput<>(Link.CODEC), arguments));
    }
}
