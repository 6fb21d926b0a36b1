package dev.gatehouse.app.adapter.redis;

import static dev.gatehouse.caching.CacheContract.entry;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.gatehouse.caching.Cache;
import dev.gatehouse.caching.CacheContract;
import dev.gatehouse.caching.CacheUnavailable;
import dev.gatehouse.caching.Invalidations;
import dev.gatehouse.caching.Invalidations.Change;
import dev.gatehouse.caching.InvalidationsContract;
import io.lettuce.core.AclSetuserArgs;
import io.lettuce.core.KillArgs;
import io.lettuce.core.RedisURI;
import io.lettuce.core.protocol.CommandType;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class RedisInvalidationsIT implements InvalidationsContract {

    private static final List<String> PREFIXES = List.of("contract:{", "user:{");

    private final TestRedis redis = TestRedis.started("invalidations");
    private final RedisInvalidations invalidations = new RedisInvalidations(PREFIXES);
    private final List<Change> heard = new CopyOnWriteArrayList<>();
    private final RedisConnection connection = redis.connection(redis.uri(), invalidations);
    private final Cache<String> here = RedisCache.ofStrings(connection, CacheContract.TEXT);
    private final Cache<String> elsewhere = RedisCache.ofStrings(redis.patientConnection(), CacheContract.TEXT);

    RedisInvalidationsIT() {
        awaitAnswer();
        invalidations.follow(heard::add);
    }

    @AfterEach
    void close() {
        redis.close();
    }

    @Override
    public Invalidations invalidations() {
        return invalidations;
    }

    @Override
    public Cache<String> here() {
        return here;
    }

    @Override
    public Cache<String> elsewhere() {
        return elsewhere;
    }

    private void awaitAnswer() {
        TestRedis.await(() -> TestRedis.answers(connection));
    }

    private void demandThatChangesAreHeardAgain() {
        awaitAnswer();
        assertThat(invalidations.areHeard()).isTrue();
        assertThat(heard).contains(new Change.OfAnything());
        elsewhere.put("user:{again}", entry("value", 1));
        here.find("user:{again}");
        assertThat(heard).contains(new Change.Of("user:{again}"));
    }

    @Test
    void nothingIsHeardBeforeThereIsAConnection() {
        var other = new RedisInvalidations(PREFIXES);
        redis.connection(redis.uri(), other);
        assertThat(other.areHeard()).isFalse();
    }

    @Test
    void whoWasAnsweredHasHeardWhatCameBeforeTheQuestion() {
        long before = System.nanoTime();
        assertThat(invalidations.areHeardUntil(before)).isFalse();
        here.find("any:{k}");
        assertThat(invalidations.areHeardUntil(before)).isTrue();
        assertThat(invalidations.areHeardUntil(System.nanoTime())).isFalse();
    }

    @Test
    void theEndOfAnEntryIsAChange() {
        var change = new Change.Of("user:{brief}");
        elsewhere.put(change.key(), entry("value", 1, Duration.ofMillis(50)));
        TestRedis.await(() -> {
            here.find(change.key());
            return heard.stream().filter(change::equals).count() == 2;
        });
    }

    @Test
    void aNameInAnyScriptIsHeardAsItIs() {
        elsewhere.put("user:{ünïcode}", entry("value", 1));
        here.find("user:{other}");
        assertThat(heard).contains(new Change.Of("user:{ünïcode}"));
    }

    @Test
    void ofOtherKeysAndOfLeasesNothingIsHeard() {
        elsewhere.put("other:{k}", entry("value", 1));
        elsewhere.lease("user:{k}", Instant.EPOCH);
        here.find("user:{k}");
        assertThat(heard).isEmpty();
    }

    @Test
    void aFlushIsAChangeOfAnything() {
        redis.commands().flushall();
        here.find("user:{k}");
        assertThat(heard).containsExactly(new Change.OfAnything());
    }

    @Test
    void aConnectionThatWasKilledIsNotHeardUntilThereIsAnother() {
        redis.commands().clientKill(KillArgs.Builder.typeNormal().skipme());
        TestRedis.await(() -> !invalidations.areHeard());
        TestRedis.await(() -> heard.contains(new Change.Missed()));
        heard.clear();
        demandThatChangesAreHeardAgain();
    }

    @Test
    void aServerThatIsDownIsNotHeardUntilItIsBack() {
        redis.server().stop();
        assertThatExceptionOfType(CacheUnavailable.class).isThrownBy(() -> here.find("user:{k}"));
        assertThat(invalidations.areHeard()).isFalse();
        redis.server().start();
        heard.clear();
        demandThatChangesAreHeardAgain();
    }

    @Test
    void whoGetsNoAnswerFromAServerThatHangsHearsThatNothingIsKnown() {
        redis.server().freeze();
        assertThatExceptionOfType(CacheUnavailable.class).isThrownBy(() -> here.find("user:{k}"));
        assertThat(heard).containsExactly(new Change.Missed());
        assertThat(invalidations.areHeard()).isFalse();
        redis.server().thaw();
        heard.clear();
        demandThatChangesAreHeardAgain();
    }

    @Test
    void aListenerThatFailsDoesNotKeepTheNewsFromOthers() {
        var failing = new RedisInvalidations(PREFIXES);
        var others = new CopyOnWriteArrayList<Change>();
        failing.follow(change -> {
            throw new IllegalStateException("told to fail");
        });
        failing.follow(others::add);
        var line = redis.connection(redis.uri(), failing);
        TestRedis.await(() -> TestRedis.answers(line));
        elsewhere.put("user:{k}", entry("value", 1));
        line.get("any");
        assertThat(others).contains(new Change.Of("user:{k}"));
    }

    @Test
    void aServerThatTellsNothingIsAskedAllTheSame() {
        redis.commands()
                .aclSetuser(
                        "limited",
                        AclSetuserArgs.Builder.on()
                                .addPassword("limited")
                                .allKeys()
                                .allCommands()
                                .removeCommand(CommandType.CLIENT));
        var limited = RedisURI.builder(redis.uri())
                .withAuthentication("limited", "limited".toCharArray())
                .build();
        var deaf = new RedisInvalidations(PREFIXES);
        var line = redis.connection(limited, deaf);
        TestRedis.await(() -> TestRedis.answers(line));
        var cache = RedisCache.ofStrings(line, CacheContract.TEXT);
        cache.put("user:{k}", entry("value", 1));
        assertThat(cache.find("user:{k}")).isPresent();
        assertThat(deaf.areHeard()).isFalse();
    }
}
