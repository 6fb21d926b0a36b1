package dev.gatehouse.app.journey;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.app.journey.Api.Account;
import dev.gatehouse.app.journey.Gatehouse.Servers;
import dev.gatehouse.events.Eventually;
import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisURI;
import io.lettuce.core.ScanIterator;
import io.lettuce.core.api.sync.RedisCommands;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Two instances over one cache: nobody is shown what has changed, and nothing is loaded more often than it must be. */
final class CacheConsistencyIT {

    private static Servers servers;
    private static List<Gatehouse> instances;
    private static RedisClient client;
    private static RedisCommands<String, String> redis;

    private static Api here;
    private static Api elsewhere;

    @BeforeAll
    static void start() {
        servers = Servers.fresh("cache-consistency");
        var counted = Map.of("datasources.default.driver-class-name", CountedDriver.class.getName());
        instances = List.of(Gatehouse.start(servers, counted), Gatehouse.start(servers, counted));
        here = instances.getFirst().api();
        elsewhere = instances.getLast().api();
        client = RedisClient.create(RedisURI.builder()
                .withHost(servers.redis().host())
                .withPort(servers.redis().port())
                .withPassword(servers.redis().password().toCharArray())
                .withTimeout(Duration.ofSeconds(5))
                .build());
        redis = client.connect().sync();
    }

    @AfterAll
    static void stop() {
        client.close();
        instances.forEach(Gatehouse::close);
        servers.close();
    }

    /** After an outage, which other tests make, nothing is kept for a moment. */
    @BeforeEach
    void awaitTrust() {
        var account = here.register();
        Eventually.holds("the cache is trusted", () -> {
            CountedDriver.STATEMENTS.clear();
            nameOf(account, here);
            nameOf(account, elsewhere);
            return queriesForUsers() == 0;
        });
    }

    private static String userOf(Account account) {
        return account.registered().at("/user/id");
    }

    private static Api.Answer rename(Api api, Account account, String name) {
        return api.put(
                "/api/auth/profile",
                "{\"name\":\"%s\"}".formatted(name),
                "Authorization",
                "Bearer " + account.accessToken());
    }

    private static String nameOf(Account account, Api api) {
        Api.Answer answer = api.profile(account.accessToken());
        assertThat(answer.status()).isEqualTo(200);
        return answer.at("/name");
    }

    private static long queriesForUsers() {
        return CountedDriver.STATEMENTS.stream()
                .filter(statement -> statement.contains("FROM identity.users WHERE id = ?"))
                .filter(statement -> !statement.contains("FOR NO KEY UPDATE"))
                .count();
    }

    private static <T> List<T> inParallel(int times, Callable<T> task) throws Exception {
        var start = new CountDownLatch(times);
        var results = new ArrayList<T>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var futures = new ArrayList<Future<T>>();
            for (int i = 0; i < times; i++) {
                futures.add(threads.submit(() -> {
                    start.countDown();
                    start.await();
                    return task.call();
                }));
            }
            for (var future : futures) {
                results.add(future.get());
            }
        }
        return results;
    }

    @Test
    void twoHundredReadsOfAColdUserOnTwoInstancesAreAQueryEachAtMost() throws Exception {
        var account = here.register();
        assertThat(nameOf(account, here)).isEqualTo(nameOf(account, elsewhere));
        redis.del("user:{" + userOf(account) + "}");
        CountedDriver.STATEMENTS.clear();
        var turn = new AtomicLong();

        var names = inParallel(200, () -> nameOf(account, turn.incrementAndGet() % 2 == 0 ? here : elsewhere));

        assertThat(names).hasSize(200).containsOnly("Ada Lovelace");
        assertThat(queriesForUsers()).isBetween(1L, 2L);
    }

    @Test
    void ofAThousandReadsAndWritesOfTenClientsNoReadIsOlderThanACommittedWrite() throws Exception {
        var account = here.register();
        var committed = new AtomicLong(1);
        var seed = new AtomicLong(42);

        inParallel(10, () -> {
            var random = new Random(seed.incrementAndGet());
            for (int i = 0; i < 100; i++) {
                Api api = random.nextBoolean() ? here : elsewhere;
                long before = committed.get();
                Api.Answer answer = random.nextInt(4) == 0
                        ? rename(api, account, "Ada " + random.nextInt())
                        : api.profile(account.accessToken());
                assertThat(answer.status()).isEqualTo(200);
                long version = answer.body().at("/version").asLong();
                assertThat(version).isGreaterThanOrEqualTo(before);
                committed.accumulateAndGet(version, Math::max);
            }
            return true;
        });

        assertThat(committed.get()).isGreaterThan(100);
    }

    @Test
    void aFlushUnderLoadIsNoStampedeAndShowsNothingOld() throws Exception {
        var account = here.register();
        rename(here, account, "Before");
        var done = new AtomicBoolean();
        CountedDriver.STATEMENTS.clear();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var readers = new ArrayList<Future<Long>>();
            for (int i = 0; i < 20; i++) {
                Api api = i % 2 == 0 ? here : elsewhere;
                readers.add(threads.submit(() -> {
                    long reads = 0;
                    while (!done.get()) {
                        assertThat(nameOf(account, api)).isEqualTo("Before");
                        reads++;
                    }
                    return reads;
                }));
            }
            for (int flush = 0; flush < 5; flush++) {
                redis.flushall();
                Eventually.holds("the user is cached", () -> redis.exists("user:{" + userOf(account) + "}") == 1);
            }
            done.set(true);
            long reads = 0;
            for (var reader : readers) {
                reads += reader.get();
            }
            assertThat(reads).isGreaterThan(20);
        }
        // Five flushes, two instances.
        assertThat(queriesForUsers()).isBetween(1L, 2L * 5);
    }

    @Test
    void whileRedisIsStoppedOrFrozenReadsGoOnAndTheNextReadIsFresh() {
        var account = here.register();
        for (String fault : List.of("stopped", "frozen")) {
            String before = "Before " + fault;
            String during = "During " + fault;
            rename(here, account, before);
            assertThat(nameOf(account, here)).isEqualTo(before).isEqualTo(nameOf(account, elsewhere));

            begin(fault);
            assertThat(nameOf(account, elsewhere)).isEqualTo(before);
            assertThat(rename(here, account, during).status()).isEqualTo(200);
            assertThat(nameOf(account, here)).isEqualTo(during);
            assertThat(nameOf(account, elsewhere)).isEqualTo(during);
            end(fault);

            assertThat(nameOf(account, here)).isEqualTo(during);
            assertThat(nameOf(account, elsewhere)).isEqualTo(during);
            Eventually.holds("the user is cached", () -> redis.exists("user:{" + userOf(account) + "}") == 1);
            assertThat(nameOf(account, here))
                    .isEqualTo(nameOf(account, elsewhere))
                    .isEqualTo(during);
        }
    }

    private static void begin(String fault) {
        if (fault.equals("stopped")) {
            servers.redis().stop();
        } else {
            servers.redis().freeze();
        }
    }

    private static void end(String fault) {
        if (fault.equals("stopped")) {
            servers.redis().start();
        } else {
            servers.redis().thaw();
        }
    }

    @Test
    void whileRedisRefusesWritesTheNextReadIsFresh() {
        var account = here.register();
        for (String setting : List.of("maxmemory", "min-replicas-to-write")) {
            String before = "Before " + setting;
            String during = "During " + setting;
            rename(here, account, before);
            assertThat(nameOf(account, here))
                    .isEqualTo(nameOf(account, elsewhere))
                    .isEqualTo(before);

            redis.configSet(setting, "1");
            assertThat(rename(here, account, during).status()).isEqualTo(200);
            assertThat(nameOf(account, here)).isEqualTo(during);
            // Who has not tried to write learns of it from the event, a moment later.
            Eventually.holds(
                    "the event is heard", () -> nameOf(account, elsewhere).equals(during));
            redis.configSet(setting, "0");

            assertThat(nameOf(account, here)).isEqualTo(during);
            assertThat(nameOf(account, elsewhere)).isEqualTo(during);
        }
    }

    @Test
    void everyKeyEndsAndNoneHasASecretOrAnAddress() {
        var account = here.register();
        rename(here, account, "Ada");
        nameOf(account, elsewhere);
        here.put(
                "/api/auth/profile/preferences",
                "{\"theme\":\"dark\"}",
                "Authorization",
                "Bearer " + account.accessToken());
        assertThat(redis.hget("user:{" + userOf(account) + "}:prefs", "theme")).isEqualTo("dark");

        var keys = ScanIterator.scan(redis).stream().toList();

        assertThat(keys).anyMatch(key -> key.startsWith("user:{")).anyMatch(key -> key.startsWith("user:email:{"));
        assertThat(keys).allSatisfy(key -> {
            assertThat(redis.pttl(key)).as(key).isNotEqualTo(-1);
            assertThat(key).doesNotContain("@");
        });
        for (String hash : Sql.column(servers, "SELECT password_hash FROM identity.credentials")) {
            String secret = hash.substring(hash.lastIndexOf('$') + 1);
            assertThat(keys).allSatisfy(key -> assertThat(value(key)).doesNotContain(secret, Api.PASSWORD));
        }
    }

    private static String value(String key) {
        return switch (redis.type(key)) {
            case "hash" -> redis.hgetall(key).toString();
            case "zset" -> redis.zrange(key, 0, -1).toString();
            default -> String.valueOf(redis.get(key));
        };
    }
}
