package dev.gatehouse.app.adapter.redis;

import dev.gatehouse.ratelimit.Decision;
import dev.gatehouse.ratelimit.Demand;
import dev.gatehouse.ratelimit.Limit;
import dev.gatehouse.ratelimit.LimitKey;
import dev.gatehouse.ratelimit.RateLimiter;
import dev.gatehouse.ratelimit.Subject;
import io.github.bucket4j.BucketConfiguration;
import io.github.bucket4j.distributed.BucketProxy;
import io.github.bucket4j.distributed.ExpirationAfterWriteStrategy;
import io.github.bucket4j.distributed.proxy.ProxyManager;
import io.github.bucket4j.redis.lettuce.Bucket4jLettuce;
import io.lettuce.core.RedisClient;
import java.time.Duration;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.IntConsumer;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Measures what a decision costs the server, beside INCR and beside Bucket4j. No test: {@code bench/limits} runs it. */
final class LimitBench {

    private static final int TIMES = 20_000;
    private static final int SUBJECTS = 400;
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final Duration BRIEF = Duration.ofSeconds(2);
    private static final Pattern CPU = Pattern.compile("used_cpu_(?:sys|user):([0-9.]+)");

    private final TestRedis redis = TestRedis.started("limit-bench");
    private final RateLimiter limiter = new RedisRateLimiter(redis.patientConnection());

    @Test
    void measure() {
        redis.commands().flushall();
        IntConsumer incr = i -> redis.commands().incr("counter:" + i % SUBJECTS);
        IntConsumer ours = i -> limiter.acquire(three("half", i, 100));
        IntConsumer refused = i -> limiter.acquire(three("full", i, 20));
        try (var client = RedisClient.create(redis.uri());
                var connection = client.connect(Link.CODEC)) {
            ProxyManager<String> buckets = Bucket4jLettuce.casBasedBuilder(connection)
                    .expirationAfterWrite(
                            ExpirationAfterWriteStrategy.basedOnTimeForRefillingBucketUpToMax(Duration.ofSeconds(10)))
                    .build();
            IntConsumer theirs = i -> IntStream.range(0, 3).forEach(n -> bucket(buckets, n + ":" + i % SUBJECTS, MINUTE)
                    .tryConsume(1));
            for (IntConsumer warm : List.of(incr, ours, refused, theirs)) {
                IntStream.range(0, 4_000).forEach(warm);
            }
            IntStream.range(0, 10_000).forEach(refused);
            System.out.println("| what | server CPU | beside INCR |");
            System.out.println("|---|---|---|");
            double unit = report("INCR", incr, 0);
            report("three limits, logs half full", ours, unit);
            report("three limits, one of them full", refused, unit);
            report("Bucket4j, three buckets", theirs, unit);
            System.out.println("| what | most admitted of a limit of 100 in 2 s |");
            System.out.println("|---|---|");
            exactness(
                    "log",
                    () -> limiter.acquire(List.of(demand("exact", 0, 0, 100, BRIEF))) instanceof Decision.Admitted);
            exactness("Bucket4j", () -> bucket(buckets, "exact", BRIEF).tryConsume(1));
        }
        redis.close();
    }

    private static List<Demand> three(String kind, int i, int quota) {
        return List.of(
                demand(kind, i, 0, 200, MINUTE), demand(kind, i, 1, quota, MINUTE), demand(kind, i, 2, 200, MINUTE));
    }

    private static Demand demand(String kind, int i, int endpoint, int quota, Duration window) {
        var subject = new Subject(endpoint == 2 ? "user" : "ip", kind + "-" + i % SUBJECTS);
        return Demand.one(new LimitKey(subject, "endpoint-" + endpoint), Limit.of("bench", quota, window));
    }

    private static BucketProxy bucket(ProxyManager<String> buckets, String key, Duration window) {
        return buckets.getProxy(key, () -> BucketConfiguration.builder()
                .addLimit(limit -> limit.capacity(100).refillGreedy(100, window))
                .build());
    }

    private double report(String what, IntConsumer call, double unit) {
        double before = cpu();
        IntStream.range(0, TIMES).forEach(call);
        double micros = (cpu() - before) * 1_000_000 / TIMES;
        System.out.printf("| %s | %.1f µs | %s |%n", what, micros, unit == 0 ? "1" : "%.1f".formatted(micros / unit));
        return micros;
    }

    private static void exactness(String what, BooleanSupplier attempt) {
        long begin = System.nanoTime();
        int admitted = 0;
        while (System.nanoTime() - begin < BRIEF.toNanos() * 97 / 100) {
            admitted += attempt.getAsBoolean() ? 1 : 0;
        }
        System.out.printf("| %s | %d |%n", what, admitted);
    }

    private double cpu() {
        return CPU.matcher(redis.commands().info("cpu"))
                .results()
                .mapToDouble(match -> Double.parseDouble(match.group(1)))
                .sum();
    }
}
