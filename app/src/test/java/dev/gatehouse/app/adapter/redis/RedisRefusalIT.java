package dev.gatehouse.app.adapter.redis;

import static dev.gatehouse.caching.CacheContract.entry;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.gatehouse.caching.Cache;
import dev.gatehouse.caching.Cache.Lease;
import dev.gatehouse.caching.Cache.Put;
import dev.gatehouse.caching.CacheUnavailable;
import dev.gatehouse.identity.model.EndedSession;
import dev.gatehouse.identity.model.Samples;
import dev.gatehouse.identity.port.SessionProjection.Known;
import dev.gatehouse.identity.port.SessionProjectionUnavailable;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class RedisRefusalIT {

    private final AdaptersAtRisk at = new AdaptersAtRisk();

    @AfterEach
    void close() {
        at.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"min-replicas-to-write 1", "maxmemory 1"})
    void aServerThatRefusesWritesIsUnavailableForThem(String setting) {
        String[] parts = setting.split(" ", -1);
        at.redis.commands().configSet(parts[0], parts[1]);
        assertThatExceptionOfType(SessionProjectionUnavailable.class)
                .isThrownBy(() -> at.projection.put(Samples.live()));
        assertThatExceptionOfType(SessionProjectionUnavailable.class).isThrownBy(at::find);
        assertThatExceptionOfType(CacheUnavailable.class).isThrownBy(() -> at.cache.put("k", entry("v", 1)));
        assertThat(at.cache.find("k")).isEmpty();
        at.redis.commands().configSet(parts[0], "0");
        at.demandRecovery();
    }

    @Test
    void anEndIsHeardEvenByAServerWithoutMemory() {
        at.redis.commands().configSet("maxmemory", "1");
        at.projection.end(List.of(new EndedSession(at.session.user(), at.session.id())));
        assertThat(at.projection.find(at.session.user(), at.session.id(), Samples.TOKEN_ID))
                .contains(new Known.Ended());
        assertThat(at.redis.commands().pttl("session:{" + at.session.user() + "}:" + at.session.id()))
                .isPositive();
        at.redis.commands().configSet("maxmemory", "0");
    }

    @Test
    void aServerWithoutMemoryForgetsWhatIsOldAndLetsNobodyPutItBack() {
        var hashes = RedisCache.ofHashes(at.connection, RedisHashCacheIT.TEXTS);
        for (Cache<String> cache : List.of(at.cache, hashes)) {
            String put = Samples.userId().toString();
            String invalidated = Samples.userId().toString();
            cache.putAll(Map.of(put, entry("old", 1), invalidated, entry("old", 1)));
            at.redis.commands().configSet("maxmemory", "1");
            assertThatExceptionOfType(CacheUnavailable.class).isThrownBy(() -> cache.put(put, entry("new", 2)));
            cache.invalidate(invalidated, 2);
            at.redis.commands().configSet("maxmemory", "0");
            for (String key : List.of(put, invalidated)) {
                assertThat(cache.find(key)).isEmpty();
                assertThat(cache.put(key, entry("old", 1))).isEqualTo(Put.STALE);
                assertThat(at.redis.commands().pttl(key)).isBetween(1L, Cache.TOMBSTONE.toMillis());
                assertThat(cache.put(key, entry("new", 2))).isEqualTo(Put.WRITTEN);
            }
        }
    }

    @Test
    void whatCannotBeFilledInForLackOfMemoryGivesItsLeaseBackAndLeavesNothing() {
        var lease = (Lease.Granted) at.cache.lease("k", Instant.EPOCH);
        at.redis.commands().configSet("maxmemory", "1");
        assertThatExceptionOfType(CacheUnavailable.class)
                .isThrownBy(() -> at.cache.fill("k", entry("loaded", 1), lease));
        at.redis.commands().configSet("maxmemory", "0");
        assertThat(at.redis.commands().exists("k", "lease:k")).isZero();
    }

    @Test
    void evictionsAndListsGoOnWithoutMemory() {
        at.putInCache();
        long before = at.generations.current("list");
        at.redis.commands().configSet("maxmemory", "1");
        at.cache.evict("k");
        at.generations.advance("list");
        at.redis.commands().configSet("maxmemory", "0");
        assertThat(at.cache.find("k")).isEmpty();
        assertThat(at.generations.current("list")).isGreaterThan(before);
    }

    @Test
    void aServerThatBecameAReplicaIsUnavailableUntilItIsNot() {
        at.redis.commands().replicaof("127.0.0.1", 1);
        assertThatExceptionOfType(CacheUnavailable.class).isThrownBy(() -> at.cache.put("k", entry("v", 1)));
        at.redis.commands().replicaofNoOne();
        at.demandRecovery();
    }

    @Test
    void aCallerThatIsInterruptedFailsAndStaysInterruptedAndNobodyElseIsTroubled() {
        at.redis.server().freeze();
        CompletableFuture.runAsync(() -> {
                    Thread.currentThread().interrupt();
                    assertThatExceptionOfType(CacheUnavailable.class).isThrownBy(() -> at.cache.find("k"));
                    assertThat(Thread.currentThread().isInterrupted()).isTrue();
                    Thread.interrupted();
                })
                .join();
        at.redis.server().thaw();
        assertThat(at.cache.find("k")).isEmpty();
    }

    @Test
    void afterItWasClosedACallFails() {
        at.connection.close();
        assertThatExceptionOfType(CacheUnavailable.class).isThrownBy(() -> at.cache.find("k"));
    }
}
