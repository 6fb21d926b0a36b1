package dev.gatehouse.app.adapter.redis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.identity.model.EndedSession;
import dev.gatehouse.identity.model.LiveSession;
import dev.gatehouse.identity.model.RevokedToken;
import dev.gatehouse.identity.model.Samples;
import dev.gatehouse.identity.port.SessionProjection;
import dev.gatehouse.identity.port.SessionProjection.Known;
import dev.gatehouse.identity.port.SessionProjectionContract;
import io.lettuce.core.KillArgs;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

final class RedisSessionCopiesIT implements SessionProjectionContract {

    private static final Duration REST = Duration.ofMinutes(1);

    private static TestRedis redis;
    private static RedisConnection connection;
    private static SessionProjection near;
    private static SessionProjection elsewhere;

    private final LiveSession session = Samples.live();

    @BeforeAll
    static void start() {
        redis = TestRedis.started("near-sessions");
        var news = new RedisInvalidations(RedisSessionProjection.NEWS);
        connection = redis.connection(redis.uri(), news);
        near = TestRedis.sessions(connection, news, REST, Duration.ofMinutes(1));
        elsewhere = TestRedis.sessions(redis.patientConnection(), REST);
        awaitAnswer();
    }

    @AfterAll
    static void stop() {
        redis.close();
    }

    private static void awaitAnswer() {
        TestRedis.await(() -> TestRedis.answers(connection));
    }

    @Override
    public SessionProjection projection() {
        return near;
    }

    /** As a request does: it begins to ask, is answered something else meanwhile, and takes the answer. */
    private Optional<Known> asked() {
        Supplier<Optional<Known>> answer = near.ask(session.user(), session.id(), Samples.TOKEN_ID);
        connection.get("limits");
        return answer.get();
    }

    private void keep() {
        put();
        asked();
        assertThat(scriptsOf(this::asked)).isZero();
    }

    /** Tells of the session elsewhere; the news of that are heard when something is answered. */
    private void put() {
        elsewhere.put(session);
        connection.get("limits");
    }

    private long scriptsOf(Supplier<Optional<Known>> question) {
        long before = redis.calls("evalsha");
        assertThat(question.get()).contains(new Known.Live(session));
        return redis.calls("evalsha") - before;
    }

    @Test
    void whoIsAnsweredSomethingElseMeanwhileNeedsNoCommandOfItsOwn() {
        put();
        assertThat(scriptsOf(this::asked)).isEqualTo(1);
        for (int i = 0; i < 10; i++) {
            assertThat(scriptsOf(this::asked)).isZero();
        }
    }

    @Test
    void whoIsAnsweredNothingElseAsksRedis() {
        keep();
        assertThat(scriptsOf(() -> near.find(session.user(), session.id(), Samples.TOKEN_ID)))
                .isEqualTo(1);
    }

    @Test
    void anotherTokenOfTheSessionIsAskedFor() {
        keep();
        var another = UUID.randomUUID();
        assertThat(scriptsOf(() -> {
                    var answer = near.ask(session.user(), session.id(), another);
                    connection.get("limits");
                    return answer.get();
                }))
                .isEqualTo(1);
    }

    @Test
    void anEndThatWasAcknowledgedElsewhereIsSeenAtOnce() {
        for (int round = 0; round < 1_000; round++) {
            LiveSession one = Samples.live();
            elsewhere.put(one);
            near.find(one.user(), one.id(), Samples.TOKEN_ID);
            elsewhere.end(List.of(new EndedSession(one.user(), one.id())));

            var answer = near.ask(one.user(), one.id(), Samples.TOKEN_ID);
            connection.get("limits");
            assertThat(answer.get()).contains(new Known.Ended());
        }
    }

    @Test
    void anEndThatComesAfterTheQuestionAndBeforeAnotherAnswerIsSeen() {
        keep();
        var answer = near.ask(session.user(), session.id(), Samples.TOKEN_ID);
        elsewhere.end(List.of(new EndedSession(session.user(), session.id())));
        connection.get("limits");
        assertThat(answer.get()).contains(new Known.Ended());
    }

    @Test
    void aTokenThatWasRevokedElsewhereIsSeenAtOnce() {
        for (int round = 0; round < 1_000; round++) {
            LiveSession one = Samples.live();
            RevokedToken token = Samples.revoked(one.user());
            elsewhere.put(one);
            near.find(one.user(), one.id(), token.id());
            elsewhere.revoke(List.of(token));

            var answer = near.ask(one.user(), one.id(), token.id());
            connection.get("limits");
            assertThat(answer.get()).contains(new Known.Revoked());
        }
    }

    @Test
    void afterAFlushNothingIsKnown() {
        keep();
        redis.commands().flushall();
        assertThat(asked()).isEmpty();
    }

    @Test
    void aConnectionThatWasLostTakesTheCopiesAlong() {
        keep();
        redis.commands().clientKill(KillArgs.Builder.typeNormal().skipme());
        awaitAnswer();
        assertThat(scriptsOf(this::asked)).isEqualTo(1);
    }

    @Test
    void aCopyIsUsedForItsTimeOnly() {
        var news = new RedisInvalidations(RedisSessionProjection.NEWS);
        var own = redis.connection(redis.uri(), news);
        TestRedis.await(() -> TestRedis.answers(own));
        var brief = TestRedis.sessions(own, news, REST, Duration.ZERO);
        elsewhere.put(session);
        for (int i = 0; i < 3; i++) {
            assertThat(scriptsOf(() -> {
                        var answer = brief.ask(session.user(), session.id(), Samples.TOKEN_ID);
                        own.get("limits");
                        return answer.get();
                    }))
                    .isEqualTo(1);
        }
    }
}
