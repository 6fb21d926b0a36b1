package dev.gatehouse.app.adapter.redis;

import static dev.gatehouse.app.adapter.redis.RedisScript.argument;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.gatehouse.identity.model.EndedSession;
import dev.gatehouse.identity.model.LiveSession;
import dev.gatehouse.identity.model.RevokedToken;
import dev.gatehouse.identity.model.Role;
import dev.gatehouse.identity.model.Samples;
import dev.gatehouse.identity.port.SessionProjection;
import dev.gatehouse.identity.port.SessionProjection.Known;
import dev.gatehouse.identity.port.SessionProjectionContract;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

final class RedisSessionProjectionIT implements SessionProjectionContract {

    private static final Duration KNOWN = Duration.ofMinutes(30);
    private static final Duration REST = Duration.ofMinutes(1);
    private static final Duration ENDED = Duration.ofMinutes(16);

    private static TestRedis redis;
    private static SessionProjection projection;

    private final LiveSession session = Samples.live();
    private final String key = key(session);

    @BeforeAll
    static void start() {
        redis = TestRedis.started("sessions");
        projection = TestRedis.sessions(redis.patientConnection(), REST);
    }

    @AfterAll
    static void stop() {
        redis.demandThatEveryKeyEnds();
        redis.close();
    }

    @Override
    public SessionProjection projection() {
        return projection;
    }

    private static String key(LiveSession session) {
        return "session:{" + session.user() + "}:" + session.id();
    }

    private static EndedSession ended(LiveSession session) {
        return new EndedSession(session.user(), session.id());
    }

    private static LiveSession copy(LiveSession session, long epoch, Instant until) {
        return new LiveSession(session.id(), session.user(), epoch, Role.ADMIN, until);
    }

    private Optional<Known> found() {
        return projection.find(session.user(), session.id(), Samples.TOKEN_ID);
    }

    private void rest(Duration rested) {
        long active = Long.parseLong(new String(redis.commands().hget(key, "active"), UTF_8));
        redis.commands().hset(key, "active", RedisScript.argument(active - rested.toMillis()));
        redis.commands().pexpire(key, Duration.ofMinutes(10));
    }

    @Test
    void aSessionStaysKnownForHalfAnHour() {
        projection.put(session);
        assertThat(redis.commands().pttl(key)).isCloseTo(KNOWN.toMillis(), within(5_000L));
    }

    @Test
    void aSessionIsNeverKnownPastItsEnd() {
        projection.put(copy(session, 0, Instant.now().plusSeconds(60)));
        assertThat(redis.commands().pttl(key)).isCloseTo(60_000L, within(5_000L));
        rest(Duration.ofMinutes(2));
        assertThat(found()).isPresent();
        assertThat(redis.commands().pttl(key)).isCloseTo(60_000L, within(5_000L));
    }

    @Test
    void aSessionThatWasPutPastItsEndIsNotThere() {
        projection.put(copy(session, 0, Instant.now().minusSeconds(1)));
        assertThat(redis.commands().exists(key)).isZero();
    }

    @Test
    void aSessionThatIsFoundStaysKnownForAnotherWhile() {
        projection.put(session);
        rest(Duration.ofSeconds(61));
        assertThat(found()).contains(new Known.Live(session));
        assertThat(redis.commands().pttl(key)).isCloseTo(KNOWN.toMillis(), within(5_000L));
    }

    @Test
    void aSessionThatWasWrittenWithinTheMinuteIsNotWrittenAgain() {
        projection.put(session);
        rest(Duration.ofSeconds(50));
        long writes = redis.calls("hset");
        assertThat(found()).contains(new Known.Live(session));
        assertThat(redis.calls("hset")).isEqualTo(writes);
        assertThat(redis.commands().pttl(key)).isLessThanOrEqualTo(600_000L);
    }

    @Test
    void aLookUpIsOneCommand() {
        projection.put(session);
        assertThat(found()).isPresent();
        long scripts = redis.calls("evalsha");
        long reads = redis.calls("hmget");
        assertThat(found()).isPresent();
        assertThat(redis.calls("evalsha")).isEqualTo(scripts + 1);
        assertThat(redis.calls("hmget")).isEqualTo(reads + 1);
    }

    @Test
    void anEndStaysKnownAsLongAsAnyTokenLives() {
        projection.put(session);
        projection.end(List.of(ended(session)));
        assertThat(redis.commands().pttl(key)).isCloseTo(ENDED.toMillis(), within(5_000L));
        assertThat(redis.commands().hkeys(key)).containsExactly("ended");
    }

    private String index() {
        return "sessions:{" + session.user() + "}";
    }

    private LiveSession another() {
        return new LiveSession(Samples.sessionId(), session.user(), 0, Role.USER, Samples.FAR);
    }

    @Test
    void theIndexHasEachSessionWithTheTimeAtWhichItIsForgotten() {
        LiveSession other = another();
        projection.put(session);
        projection.put(other);
        for (LiveSession one : List.of(session, other)) {
            double score = redis.commands().zscore(index(), argument(one.id().toString()));
            assertThat((long) score).isEqualTo(redis.commands().pexpiretime(key(one)));
        }
        assertThat(redis.commands().pexpiretime(index()))
                .isEqualTo(Math.max(
                        redis.commands().pexpiretime(key), redis.commands().pexpiretime(key(other))));
    }

    @Test
    void theIndexSlidesWithItsSessions() {
        projection.put(session);
        rest(Duration.ofSeconds(61));
        redis.commands().zadd(index(), 1.0, argument(session.id().toString()));
        assertThat(found()).isPresent();
        assertThat(redis.commands().pttl(index())).isCloseTo(KNOWN.toMillis(), within(5_000L));
        assertThat(projection.lastActive(session.user())).containsOnlyKeys(session.id());
    }

    @Test
    void theIndexIsTrimmedWhenASessionIsPut() {
        redis.commands().zadd(index(), 1.0, argument(Samples.sessionId().toString()));
        projection.put(session);
        assertThat(redis.commands().zrange(index(), 0, -1))
                .containsExactly(argument(session.id().toString()));
    }

    @Test
    void anIndexOfAnotherTypeGivesWay() {
        redis.commands().psetex(index(), 60_000, new byte[] {1});
        projection.put(session);
        assertThat(projection.lastActive(session.user())).containsOnlyKeys(session.id());

        redis.commands().psetex(index(), 60_000, new byte[] {1});
        assertThat(projection.lastActive(session.user())).isEmpty();
        projection.end(List.of(ended(another())));
        rest(Duration.ofMinutes(2));
        assertThat(found()).isPresent();
        assertThat(projection.lastActive(session.user())).containsOnlyKeys(session.id());
    }

    @Test
    void activityIsThatOfTheLastWrite() {
        projection.put(session);
        rest(Duration.ofSeconds(50));
        Instant active = projection.lastActive(session.user()).get(session.id());
        assertThat(active).isCloseTo(Instant.now().minusSeconds(50), within(5, ChronoUnit.SECONDS));
        rest(Duration.ofSeconds(20));
        assertThat(found()).isPresent();
        assertThat(projection.lastActive(session.user()).get(session.id()))
                .isCloseTo(Instant.now(), within(5, ChronoUnit.SECONDS));
    }

    @Test
    void theActivityOfAllIsOneCommand() {
        projection.put(session);
        projection.put(another());
        projection.lastActive(session.user());
        long scripts = redis.calls("evalsha");
        assertThat(projection.lastActive(session.user())).hasSize(2);
        assertThat(redis.calls("evalsha")).isEqualTo(scripts + 1);
    }

    @Test
    void whoseSessionHasEndedIsNotWrittenAgainByARequestInFlight() {
        projection.put(session);
        rest(Duration.ofMinutes(2));
        projection.end(List.of(ended(session)));
        assertThat(found()).contains(new Known.Ended());
        assertThat(redis.commands().hkeys(key)).containsExactly("ended");
        assertThat(redis.commands().exists(index())).isZero();
    }

    @Test
    void aRevokedTokenIsKnownByTheHashOfItsIdUntilItsTimeIsOver() {
        var token = new RevokedToken(
                session.user(), UUID.randomUUID(), Instant.now().plusSeconds(300));
        projection.put(session);
        projection.revoke(List.of(token));
        List<String> keys = redis.commands().keys("blacklisted_token:{" + session.user() + "}:*");
        assertThat(keys).hasSize(1).allSatisfy(name -> {
            assertThat(name).matches("blacklisted_token:\\{[0-9a-f-]{36}}:[A-Za-z0-9_-]{22}");
            assertThat(redis.commands().get(name)).isEqualTo(argument("1"));
            assertThat(redis.commands().pttl(name)).isCloseTo(300_000L, within(5_000L));
        });
    }

    @Test
    void aTokenWhoseTimeIsOverLeavesNothing() {
        var token = new RevokedToken(
                session.user(), UUID.randomUUID(), Instant.now().minusSeconds(1));
        projection.put(session);
        projection.revoke(List.of(token));
        assertThat(redis.commands().keys("blacklisted_token:{" + session.user() + "}:*"))
                .isEmpty();
    }
}
