package dev.gatehouse.app.adapter.redis;

import static dev.gatehouse.app.adapter.redis.RedisScript.argument;

import dev.gatehouse.caching.CacheUnavailable;
import dev.gatehouse.caching.Generations;
import io.lettuce.core.RedisException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Objects;

/**
 * The numbers of lists in Redis, under {@code <list>:generation}: the server's time in microseconds when one was first
 * asked for, or more. They are known for a day after they were last changed.
 */
public final class RedisGenerations implements Generations {

    private static final RedisScript CURRENT = RedisScript.named("generation-current");
    private static final RedisScript ADVANCE = RedisScript.named("generation-advance");

    private static final byte[] KNOWN = argument(Duration.ofDays(1).toMillis());

    private final RedisConnection redis;

    public RedisGenerations(RedisConnection redis) {
        this.redis = redis;
    }

    @Override
    public long current(String list) {
        return run(CURRENT, list);
    }

    @Override
    public void advance(String list) {
        run(ADVANCE, list);
    }

    private long run(RedisScript script, String list) {
        try {
            byte[] number = Objects.requireNonNull(redis.run(script.on(list + ":generation", KNOWN)));
            return Long.parseLong(new String(number, StandardCharsets.US_ASCII));
        } catch (RedisException failure) {
            throw new CacheUnavailable(failure);
        }
    }
}
