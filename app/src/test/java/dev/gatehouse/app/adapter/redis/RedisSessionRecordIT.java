package dev.gatehouse.app.adapter.redis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.identity.model.EndedSession;
import dev.gatehouse.identity.model.LiveSession;
import dev.gatehouse.identity.model.Role;
import dev.gatehouse.identity.model.Samples;
import dev.gatehouse.identity.port.SessionProjection;
import dev.gatehouse.identity.port.SessionProjection.Known;
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

/** What is kept of a session in Redis, and what becomes of it when others touch it. */
final class RedisSessionRecordIT {

    private static TestRedis redis;
    private static SessionProjection projection;

    private final LiveSession session = Samples.live();
    private final String key = key(session);

    @BeforeAll
    static void start() {
        redis = TestRedis.started("sessions");
        projection = TestRedis.sessions(redis.patientConnection(), Duration.ofMinutes(1));
    }

    @AfterAll
    static void stop() {
        redis.demandThatEveryKeyEnds();
        redis.close();
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
    void aFlushForgetsTheLivingAndTheDead() {
        projection.put(session);
        LiveSession dead = Samples.live();
        projection.end(List.of(ended(dead)));
        redis.commands().flushall();
        assertThat(found()).isEmpty();
        assertThat(projection.find(dead.user(), dead.id(), Samples.TOKEN_ID)).isEmpty();
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

    @Test
    void tenThousandMayEndAtOnce() {
        List<LiveSession> sessions =
                Stream.generate(Samples::live).limit(10_000).toList();
        projection.end(sessions.stream().map(RedisSessionRecordIT::ended).toList());
        assertThat(sessions).allSatisfy(each -> assertThat(redis.commands().hexists(key(each), "ended"))
                .isTrue());
    }
}
