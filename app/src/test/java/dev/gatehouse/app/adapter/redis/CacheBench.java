package dev.gatehouse.app.adapter.redis;

import static dev.gatehouse.app.adapter.redis.RedisScript.argument;

import dev.gatehouse.app.adapter.caffeine.CaffeineCache;
import dev.gatehouse.caching.Cache;
import dev.gatehouse.caching.CacheContract;
import dev.gatehouse.caching.CacheEntry;
import dev.gatehouse.caching.InMemoryCacheMeter;
import dev.gatehouse.caching.NearCache;
import io.lettuce.core.output.StatusOutput;
import io.lettuce.core.protocol.AsyncCommand;
import io.lettuce.core.protocol.Command;
import io.lettuce.core.protocol.CommandArgs;
import io.lettuce.core.protocol.CommandType;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Measures what a look and a write cost, one at a time, against the plain commands. No test: {@code bench/cache} runs it. */
final class CacheBench {

    private static final String KEY = "user:{bench}";
    private static final String PLAIN = "plain:{bench}";
    private static final int TURNS = 201;
    private static final int CALLS = 200;
    private static final int NEAR_CALLS = 100_000;

    /** About as long as a user. */
    private static final CacheEntry<String> ENTRY = CacheContract.entry("v".repeat(200), 1, Duration.ofMinutes(10));

    private record Work(String name, int calls, Runnable call, List<Double> micros) {

        private Work(String name, int calls, Runnable call) {
            this(name, calls, call, new ArrayList<>());
        }

        void run() {
            long begin = System.nanoTime();
            for (int i = 0; i < calls; i++) {
                call.run();
            }
            micros.add((System.nanoTime() - begin) / 1_000.0 / calls);
        }

        double median() {
            return micros.stream().sorted().skip(micros.size() / 2).findFirst().orElseThrow();
        }
    }

    private final TestRedis redis = TestRedis.started("bench");
    private final RedisInvalidations news = new RedisInvalidations(List.of("user:{"));
    private final RedisConnection connection = redis.patientConnection(news);
    private final Cache<String> far = RedisCache.ofStrings(connection, CacheContract.TEXT);
    private final Cache<String> near = new NearCache<>(
            () -> new CaffeineCache<>(10_000, Duration.ofMinutes(10)), far, news, new InMemoryCacheMeter());
    private final byte[] bytes = Envelope.of(ENTRY, CacheContract.TEXT);
    private final byte[] life = argument(ENTRY.ttl().toMillis());

    @Test
    void measure() {
        redis.commands().flushall();
        far.put(KEY, ENTRY);
        set();
        connection.get(PLAIN);
        near.find(KEY);

        var copy = new Work("a hit near", NEAR_CALLS, () -> near.find(KEY));
        var get = new Work("plain GET", CALLS, () -> connection.get(PLAIN));
        var hit = new Work("a hit in Redis", CALLS, () -> far.find(KEY));
        var set = new Work("plain SET", CALLS, this::set);
        var put = new Work("a versioned put", CALLS, () -> far.put("user:{put}", ENTRY));
        // The first round is for the compiler.
        for (int round = 0; round < 2; round++) {
            measure(List.of(copy));
            measure(List.of(get, hit, set, put));
        }
        System.out.println("| what | µs | against |");
        System.out.println("|---|---|---|");
        Stream.of(copy, get, set).forEach(work -> report(work, ""));
        report(hit, "%.2f × GET".formatted(hit.median() / get.median()));
        report(put, "%.2f × SET".formatted(put.median() / set.median()));
        redis.close();
    }

    /** In turns, and in another order each time: who comes first would pay for what was before. */
    private static void measure(List<Work> all) {
        var turns = new ArrayList<>(all);
        var random = new Random(1);
        all.forEach(work -> work.micros().clear());
        for (int turn = 0; turn < TURNS; turn++) {
            Collections.shuffle(turns, random);
            turns.forEach(Work::run);
        }
    }

    private static void report(Work work, String against) {
        System.out.printf("| %s | %.2f | %s |%n", work.name(), work.median(), against);
    }

    private void set() {
        var arguments = new CommandArgs<>(Link.CODEC)
                .addKey(PLAIN)
                .addValue(bytes)
                .add("PX")
                .add(life);
        connection.ask(
                PLAIN,
                () -> new AsyncCommand<>(new Command<>(CommandType.SET, new StatusOutput<>(Link.CODEC), arguments)));
    }
}
