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
import java.util.List;
import java.util.Optional;
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
        projection = new RedisSessionProjection(redis.patientConnection(), KNOWN, REST, ENDED);
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
}
