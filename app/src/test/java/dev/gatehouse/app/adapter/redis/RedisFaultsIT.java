package dev.gatehouse.app.adapter.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.gatehouse.caching.CacheContract;
import dev.gatehouse.caching.CacheUnavailable;
import dev.gatehouse.identity.model.EndedSession;
import dev.gatehouse.identity.model.LiveSession;
import dev.gatehouse.identity.model.Samples;
import dev.gatehouse.identity.port.SessionProjection.Known;
import dev.gatehouse.identity.port.SessionProjectionUnavailable;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class RedisFaultsIT {

    private static final Duration PROMPT = Duration.ofMillis(300);
    private static final Duration AT_ONCE = Duration.ofMillis(50);

    private final TestRedis redis = TestRedis.started("faults");
    private final RedisConnection connection = redis.connection();
    private final RedisCache<String> cache = new RedisCache<>(connection, CacheContract.TEXT);
    private final RedisSessionProjection projection =
            new RedisSessionProjection(connection, Duration.ofMinutes(30), Duration.ZERO, Duration.ofMinutes(16));
    private final LiveSession session = Samples.live();

    @BeforeEach
    void warmUp() {
        redis.commands().flushall();
        TestRedis.await(connection::answers);
        projection.put(session);
        projection.end(List.of(new EndedSession(Samples.userId(), Samples.sessionId())));
        assertThat(projection.find(session.user(), session.id())).isPresent();
        // A script that the server knows is run from its name alone, and so would one be that arrives too late.
        cache.put("known", "known", 1, CacheContract.TTL);
    }

    @AfterEach
    void close() {
        redis.close();
    }

    private void find() {
        projection.find(session.user(), session.id());
    }

    private static Duration time(Runnable call) {
        long begin = System.nanoTime();
        call.run();
        return Duration.ofNanos(System.nanoTime() - begin);
    }

    /** Every method of both ports fails with its own exception. */
    private void demandUnavailable(Duration limit) {
        List<Runnable> ofSessions = List.of(
                this::find,
                () -> projection.put(session),
                () -> projection.end(List.of(new EndedSession(session.user(), session.id()))));
        List<Runnable> ofCache = List.of(
                () -> cache.find("k"), () -> cache.put("k", "v", 1, CacheContract.TTL), () -> cache.invalidate("k", 1));
        ofSessions.forEach(call -> assertThat(time(() -> assertThatExceptionOfType(SessionProjectionUnavailable.class)
                        .isThrownBy(call::run)))
                .isLessThan(limit));
        ofCache.forEach(call -> assertThat(time(
                        () -> assertThatExceptionOfType(CacheUnavailable.class).isThrownBy(call::run)))
                .isLessThan(limit));
    }

    private void demandRecovery() {
        assertThat(time(() -> TestRedis.await(() -> {
                    try {
                        find();
                        return true;
                    } catch (SessionProjectionUnavailable notYet) {
                        return false;
                    }
                })))
                .isLessThan(Duration.ofSeconds(5));
        cache.put("k", "v", 1, CacheContract.TTL);
        assertThat(cache.find("k")).contains("v");
    }

    @Test
    void aServerThatIsDownCostsNobodyTimeAndIsFoundAgain() {
        redis.server().stop();
        demandUnavailable(PROMPT);
        demandUnavailable(AT_ONCE);
        redis.server().start();
        demandRecovery();
    }

    @Test
    void aServerThatRestartsBetweenTwoCallsIsNotEvenMissed() {
        redis.server().stop();
        redis.server().start();
        // What is on its way when the connection ends fails; what comes after does not.
        TestRedis.await(connection::answers);
        assertThat(projection.find(session.user(), session.id())).contains(new Known.Live(session));
    }

    @Test
    void aServerThatHangsCostsOneCallerItsPatienceAndTheOthersNothing() {
        redis.server().freeze();
        assertThat(time(() -> assertThatExceptionOfType(SessionProjectionUnavailable.class)
                        .isThrownBy(this::find)))
                .isBetween(TestRedis.PATIENCE, PROMPT);
        demandUnavailable(AT_ONCE);
        redis.server().thaw();
        demandRecovery();
    }

    @Test
    void callersOfAServerThatHangsFailTogether() {
        redis.server().freeze();
        Runnable call = () -> assertThatExceptionOfType(CacheUnavailable.class).isThrownBy(() -> cache.find("k"));
        assertThat(time(() -> inParallel(Collections.nCopies(64, call)))).isLessThan(PROMPT);
        redis.server().thaw();
        demandRecovery();
    }

    @Test
    void nothingThatWasTriedWhileItHungArrivesLater() {
        redis.server().freeze();
        assertThatExceptionOfType(CacheUnavailable.class).isThrownBy(() -> cache.find("k"));
        for (int attempt = 1; attempt <= 4; attempt++) {
            long written = attempt;
            TestRedis.await(() -> time(() -> assertThatExceptionOfType(CacheUnavailable.class)
                                    .isThrownBy(() -> cache.put("late", "late", written, CacheContract.TTL)))
                            .compareTo(AT_ONCE)
                    > 0);
        }
        redis.server().thaw();
        demandRecovery();
        assertThat(redis.commands().exists("late")).isZero();
    }

    @Test
    void aServerThatWasNotThereAtFirstIsFoundWhenItComes() {
        redis.server().stop();
        RedisConnection early = redis.connection();
        assertThat(time(early::warmUp)).isLessThan(PROMPT);
        assertThat(time(() -> assertThat(early.answers()).isFalse())).isLessThan(PROMPT);
        redis.server().start();
        TestRedis.await(early::answers);
    }

    @ParameterizedTest
    @ValueSource(strings = {"min-replicas-to-write 1", "maxmemory 1"})
    void aServerThatRefusesWritesIsUnavailableForThem(String setting) {
        String[] parts = setting.split(" ", -1);
        redis.commands().configSet(parts[0], parts[1]);
        assertThatExceptionOfType(SessionProjectionUnavailable.class).isThrownBy(() -> projection.put(Samples.live()));
        assertThatExceptionOfType(SessionProjectionUnavailable.class).isThrownBy(this::find);
        assertThatExceptionOfType(CacheUnavailable.class).isThrownBy(() -> cache.put("k", "v", 1, CacheContract.TTL));
        assertThat(cache.find("k")).isEmpty();
        redis.commands().configSet(parts[0], "0");
        demandRecovery();
    }

    @Test
    void anEndIsHeardEvenByAServerWithoutMemory() {
        redis.commands().configSet("maxmemory", "1");
        projection.end(List.of(new EndedSession(session.user(), session.id())));
        assertThat(projection.find(session.user(), session.id())).contains(new Known.Ended());
        assertThat(redis.commands().pttl("session:{" + session.user() + "}:" + session.id()))
                .isPositive();
        redis.commands().configSet("maxmemory", "0");
    }

    @Test
    void aServerThatBecameAReplicaIsUnavailableUntilItIsNot() {
        redis.commands().replicaof("127.0.0.1", 1);
        assertThatExceptionOfType(CacheUnavailable.class).isThrownBy(() -> cache.put("k", "v", 1, CacheContract.TTL));
        redis.commands().replicaofNoOne();
        demandRecovery();
    }

    @Test
    void aCallerThatIsInterruptedFailsAndStaysInterruptedAndNobodyElseIsTroubled() {
        inParallel(List.of(() -> {
            Thread.currentThread().interrupt();
            assertThatExceptionOfType(CacheUnavailable.class).isThrownBy(() -> cache.find("k"));
            assertThat(Thread.currentThread().isInterrupted()).isTrue();
        }));
        assertThat(cache.find("k")).isEmpty();
    }

    @Test
    void afterItWasClosedACallFails() {
        connection.close();
        assertThatExceptionOfType(CacheUnavailable.class).isThrownBy(() -> cache.find("k"));
    }

    private static void inParallel(List<Runnable> calls) {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var running = calls.stream()
                    .map(call -> CompletableFuture.runAsync(call, threads))
                    .toList();
            running.forEach(CompletableFuture::join);
        }
    }
}
