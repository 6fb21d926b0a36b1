package dev.gatehouse.app.adapter.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.gatehouse.caching.CacheContract;
import dev.gatehouse.caching.CacheUnavailable;
import dev.gatehouse.identity.model.Samples;
import dev.gatehouse.identity.port.SessionProjection.Known;
import dev.gatehouse.identity.port.SessionProjectionUnavailable;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class RedisConnectionIT {

    private static final Duration PROMPT = Duration.ofMillis(300);
    private static final Duration AT_ONCE = Duration.ofMillis(100);

    private final AdaptersAtRisk at = new AdaptersAtRisk();

    @AfterEach
    void close() {
        at.close();
    }

    @Test
    void aServerThatIsDownCostsNobodyTimeAndIsFoundAgain() {
        at.redis.server().stop();
        at.demandUnavailable(PROMPT);
        at.demandUnavailable(AT_ONCE);
        at.redis.server().start();
        at.demandRecovery();
    }

    @Test
    void aServerThatRestartsBetweenTwoCallsIsNotEvenMissed() {
        at.redis.server().stop();
        at.redis.server().start();
        // What is on its way when the connection ends fails; what comes after does not.
        TestRedis.await(() -> TestRedis.answers(at.connection));
        assertThat(at.projection.find(at.session.user(), at.session.id(), Samples.TOKEN_ID))
                .contains(new Known.Live(at.session));
    }

    @Test
    void aServerThatHangsCostsOneCallerItsPatienceAndTheOthersNothing() {
        at.redis.server().freeze();
        assertThat(AdaptersAtRisk.time(() -> assertThatExceptionOfType(SessionProjectionUnavailable.class)
                        .isThrownBy(at::find)))
                .isBetween(TestRedis.PATIENCE, PROMPT);
        at.demandUnavailable(AT_ONCE);
        at.redis.server().thaw();
        at.demandRecovery();
    }

    @Test
    void callersOfAServerThatHangsFailTogether() {
        at.redis.server().freeze();
        Runnable call = () -> assertThatExceptionOfType(CacheUnavailable.class).isThrownBy(() -> at.cache.find("k"));
        // One after another they would take ten seconds.
        assertThat(AdaptersAtRisk.time(() -> inParallel(Collections.nCopies(64, call))))
                .isLessThan(Duration.ofSeconds(1));
        at.redis.server().thaw();
        at.demandRecovery();
    }

    @Test
    void nothingThatWasTriedWhileItHungArrivesLater() {
        at.redis.server().freeze();
        assertThatExceptionOfType(CacheUnavailable.class).isThrownBy(() -> at.cache.find("k"));
        for (int attempt = 1; attempt <= 4; attempt++) {
            long written = attempt;
            TestRedis.await(() -> AdaptersAtRisk.time(() -> assertThatExceptionOfType(CacheUnavailable.class)
                                    .isThrownBy(() -> at.cache.put("late", CacheContract.entry("late", written))))
                            .compareTo(AT_ONCE)
                    > 0);
        }
        at.redis.server().thaw();
        at.demandRecovery();
        assertThat(at.redis.commands().exists("late")).isZero();
    }

    @Test
    void aServerThatWasNotThereAtFirstIsFoundWhenItComes() {
        at.redis.server().stop();
        RedisConnection early = at.redis.connection();
        assertThat(AdaptersAtRisk.time(early::warmUp)).isLessThan(PROMPT);
        assertThat(AdaptersAtRisk.time(
                        () -> assertThat(TestRedis.answers(early)).isFalse()))
                .isLessThan(PROMPT);
        at.redis.server().start();
        TestRedis.await(() -> TestRedis.answers(early));
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
