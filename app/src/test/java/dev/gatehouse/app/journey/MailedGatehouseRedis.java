package dev.gatehouse.app.journey;

import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisURI;

/** The Redis of those who send mail, past the application. */
final class MailedGatehouseRedis {

    private MailedGatehouseRedis() {}

    /** Lets time pass for some keys: they are gone. */
    static void forget(String pattern) {
        var redis = MailedGatehouse.SERVERS.redis();
        var uri = RedisURI.builder()
                .withHost(redis.host())
                .withPort(redis.port())
                .withPassword(redis.password().toCharArray())
                .build();
        try (var client = RedisClient.create(uri);
                var connection = client.connect()) {
            connection.sync().keys(pattern).forEach(key -> connection.sync().del(key));
        }
    }
}
