package dev.gatehouse.app.wiring;

import dev.gatehouse.app.adapter.redis.RedisConnection;
import dev.gatehouse.app.adapter.redis.RedisInvalidations;
import dev.gatehouse.app.adapter.redis.RedisPlace;
import dev.gatehouse.app.adapter.redis.RedisSessionProjection;
import io.lettuce.core.RedisURI;
import io.lettuce.core.resource.ClientResources;
import io.micronaut.configuration.lettuce.DefaultRedisConfiguration;
import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Value;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.stream.Stream;

/** Wires the way to Redis. */
@Factory
final class RedisFactory {

    private static final Duration PAUSE = Duration.ofMillis(500);

    @Singleton
    @Bean(preDestroy = "shutdown")
    ClientResources clientResources() {
        return ClientResources.create();
    }

    /**
     * @param url of Redis with everything in it; blank where {@code redis.host} and its like say it piece by piece
     */
    @Singleton
    RedisPlace redisPlace(
            DefaultRedisConfiguration pieces,
            @Value("${gatehouse.redis-url:}") String url,
            @Value("${gatehouse.redis-cluster:false}") boolean cluster,
            @Value("${gatehouse.redis-sentinel-password:}") String sentinelPassword) {
        RedisURI uri = url.isBlank() ? RedisURI.builder(pieces).build() : RedisURI.create(url);
        return RedisPlace.of(uri, cluster, sentinelPassword);
    }

    /** Changes of what instances keep copies of. */
    @Singleton
    RedisInvalidations redisInvalidations() {
        return new RedisInvalidations(Stream.concat(Stream.of("user:{"), RedisSessionProjection.NEWS.stream())
                .toList());
    }

    @Singleton
    @Bean(preDestroy = "close")
    RedisConnection redisConnection(
            ClientResources resources,
            RedisPlace place,
            RedisInvalidations invalidations,
            @Value("${gatehouse.redis-patience}") Duration patience) {
        var connection = new RedisConnection(resources, place, patience, PAUSE, invalidations);
        connection.warmUp();
        return connection;
    }
}
