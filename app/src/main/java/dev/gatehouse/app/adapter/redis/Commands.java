package dev.gatehouse.app.adapter.redis;

import io.lettuce.core.output.IntegerOutput;
import io.lettuce.core.output.ValueOutput;
import io.lettuce.core.protocol.AsyncCommand;
import io.lettuce.core.protocol.Command;
import io.lettuce.core.protocol.CommandArgs;
import io.lettuce.core.protocol.CommandType;

/** The commands we send, in the form in which a connection takes many of them at once. */
final class Commands {

    private Commands() {}

    static AsyncCommand<String, byte[], byte[]> get(String key) {
        return command(CommandType.GET, arguments().addKey(key));
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
