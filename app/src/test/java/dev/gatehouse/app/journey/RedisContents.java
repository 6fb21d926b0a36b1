package dev.gatehouse.app.journey;

import dev.gatehouse.devservices.RedisServer;
import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisURI;
import io.lettuce.core.ScanIterator;
import io.lettuce.core.api.sync.RedisCommands;
import io.lettuce.core.codec.StringCodec;
import java.util.List;

/** Everything that is in a Redis, as text. */
final class RedisContents {

    private RedisContents() {}

    /** Each key with its value. */
    static List<String> of(RedisServer server) {
        var uri = RedisURI.builder()
                .withHost(server.host())
                .withPort(server.port())
                .withPassword(server.password().toCharArray())
                .build();
        try (var client = RedisClient.create(uri);
                var connection = client.connect(StringCodec.UTF8)) {
            return ScanIterator.scan(connection.sync()).stream()
                    .map(key -> key + " " + value(connection.sync(), key))
                    .toList();
        }
    }

    private static String value(RedisCommands<String, String> redis, String key) {
        return switch (redis.type(key)) {
            case "string" -> redis.get(key);
            case "hash" -> redis.hgetall(key).toString();
            case "zset" -> redis.zrange(key, 0, -1).toString();
            case "set" -> redis.smembers(key).toString();
            case "list" -> redis.lrange(key, 0, -1).toString();
            case "none" -> "";
            default -> throw new IllegalStateException("cannot look into " + redis.type(key));
        };
    }
}
