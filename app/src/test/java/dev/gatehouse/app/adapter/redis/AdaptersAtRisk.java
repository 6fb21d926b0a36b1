package dev.gatehouse.app.adapter.redis;

import static dev.gatehouse.caching.CacheContract.entry;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.gatehouse.caching.Cache.Lease;
import dev.gatehouse.caching.CacheContract;
import dev.gatehouse.caching.CacheEntry;
import dev.gatehouse.caching.CacheUnavailable;
import dev.gatehouse.caching.Generations;
import dev.gatehouse.identity.model.EndedSession;
import dev.gatehouse.identity.model.LiveSession;
import dev.gatehouse.identity.model.Samples;
import dev.gatehouse.identity.port.SessionProjection.Known;
import dev.gatehouse.identity.port.SessionProjectionUnavailable;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The adapters on one connection to a server that a test may harm, with a session that lives. */
final class AdaptersAtRisk implements AutoCloseable {

    final TestRedis redis = TestRedis.started("faults");
    final RedisConnection connection = redis.connection();
    final RedisCache<String> cache = RedisCache.ofStrings(connection, CacheContract.TEXT);
    final Generations generations = new RedisGenerations(connection);
    final RedisSessionProjection projection = TestRedis.sessions(connection, Duration.ZERO);
    final LiveSession session = Samples.live();

    /** The first calls of a JVM are slow; and what the server has once run, it knows from then on by its name alone. */
    AdaptersAtRisk() {
        redis.commands().flushall();
        TestRedis.await(() -> {
            try {
                projection.put(session);
                projection.end(List.of(new EndedSession(session.user(), Samples.sessionId())));
                cache.put("known", entry("known", 1));
                generations.advance("known");
                return find().isPresent();
            } catch (SessionProjectionUnavailable | CacheUnavailable notYet) {
                return false;
            }
        });
    }

    Optional<Known> find() {
        return projection.find(session.user(), session.id(), Samples.TOKEN_ID);
    }

    void end() {
        projection.end(List.of(new EndedSession(session.user(), session.id())));
    }

    void putInCache() {
        cache.put("k", entry("v", 1));
    }

    /** Every method of the ports fails with its own exception. */
    void demandUnavailable(Duration limit) {
        List<Runnable> ofSessions = List.of(
                this::find,
                () -> projection.put(session),
                this::end,
                () -> projection.revoke(List.of(Samples.revoked(session.user()))),
                () -> projection.lastActive(session.user()));
        List<Runnable> ofCache = List.of(
                () -> cache.find("k"),
                () -> cache.findAll(List.of("k")),
                () -> cache.lease("k", Instant.EPOCH),
                () -> cache.fill("k", entry("v", 1), new Lease.Granted("token")),
                this::putInCache,
                () -> cache.invalidate("k", 1),
                () -> cache.evict("k"),
                () -> generations.current("list"),
                () -> generations.advance("list"));
        ofSessions.forEach(call -> demand(SessionProjectionUnavailable.class, call, limit));
        ofCache.forEach(call -> demand(CacheUnavailable.class, call, limit));
    }

    void demandRecovery() {
        assertThat(time(() -> TestRedis.await(() -> {
                    try {
                        find();
                        return true;
                    } catch (SessionProjectionUnavailable notYet) {
                        return false;
                    }
                })))
                .isLessThan(Duration.ofSeconds(5));
        putInCache();
        assertThat(cache.find("k").flatMap(CacheEntry::found)).contains("v");
    }

    static Duration time(Runnable call) {
        long begin = System.nanoTime();
        call.run();
        return Duration.ofNanos(System.nanoTime() - begin);
    }

    private static void demand(Class<? extends RuntimeException> failure, Runnable call, Duration limit) {
        assertThat(time(() -> assertThatExceptionOfType(failure).isThrownBy(call::run)))
                .isLessThan(limit);
    }

    @Override
    public void close() {
        redis.close();
    }
}
