package dev.gatehouse.app.adapter.redis;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.gatehouse.identity.model.EndedSession;
import dev.gatehouse.identity.model.LiveSession;
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
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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
        projection = new RedisSessionProjection(redis.warmConnection(), KNOWN, REST, ENDED);
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
        return projection.find(session.user(), session.id());
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

    @Test
    void anEarlierEpochDoesNotReplaceALaterOne() {
        projection.put(copy(session, 10, Samples.FAR));
        projection.put(copy(session, 9, Samples.FAR));
        assertThat(found()).contains(new Known.Live(copy(session, 10, Samples.FAR)));
        projection.put(copy(session, 11, Samples.FAR));
        assertThat(found()).contains(new Known.Live(copy(session, 11, Samples.FAR)));
    }

    @Test
    void epochsThatADoubleCannotTellApartAreToldApart() {
        projection.put(copy(session, Long.MAX_VALUE, Samples.FAR));
        projection.put(copy(session, Long.MAX_VALUE - 1, Samples.FAR));
        assertThat(found()).contains(new Known.Live(copy(session, Long.MAX_VALUE, Samples.FAR)));
    }

    @Test
    void tenThousandMayEndAtOnce() {
        List<LiveSession> sessions =
                Stream.generate(Samples::live).limit(10_000).toList();
        projection.end(sessions.stream().map(RedisSessionProjectionIT::ended).toList());
        assertThat(sessions).allSatisfy(each -> assertThat(redis.commands().hexists(key(each), "ended"))
                .isTrue());
    }

    @ParameterizedTest
    @ValueSource(strings = {"epoch", "role", "until", "active"})
    void aSessionThatLacksAFieldOrHasAWrongOneIsUnknown(String field) {
        projection.put(session);
        redis.commands().hset(key, field, RedisScript.argument("{}"));
        assertThat(found()).isEmpty();
        redis.commands().hdel(key, field);
        assertThat(found()).isEmpty();
        projection.put(session);
        assertThat(found()).contains(new Known.Live(session));
    }

    @Test
    void aKeyOfAnotherTypeIsUnknownAndGivesWay() {
        redis.commands().psetex(key, 60_000, new byte[] {1});
        assertThat(found()).isEmpty();
        projection.put(session);
        assertThat(found()).contains(new Known.Live(session));
        redis.commands().psetex(key, 60_000, new byte[] {1});
        projection.end(List.of(ended(session)));
        assertThat(found()).contains(new Known.Ended());
    }

    @Test
    void timesAreKeptToTheMicrosecond() {
        var until = Instant.now().plus(Duration.ofDays(400)).truncatedTo(ChronoUnit.MICROS);
        projection.put(copy(session, 1, until));
        assertThat(found()).contains(new Known.Live(copy(session, 1, until)));
    }

    @Test
    void aFlushForgetsTheLivingAndTheDead() {
        projection.put(session);
        LiveSession dead = Samples.live();
        projection.end(List.of(ended(dead)));
        redis.commands().flushall();
        assertThat(found()).isEmpty();
        assertThat(projection.find(dead.user(), dead.id())).isEmpty();
        projection.put(session);
    }

    @Test
    void aServerThatForgotItsScriptsLearnsThemAgain() {
        redis.commands().scriptFlush();
        projection.put(session);
        redis.commands().scriptFlush();
        assertThat(found()).contains(new Known.Live(session));
        redis.commands().scriptFlush();
        projection.end(List.of(ended(session), ended(Samples.live()), ended(Samples.live())));
        assertThat(found()).contains(new Known.Ended());
    }
}
