package dev.gatehouse.identity.port;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.identity.model.EndedSession;
import dev.gatehouse.identity.model.LiveSession;
import dev.gatehouse.identity.model.Role;
import dev.gatehouse.identity.model.Samples;
import dev.gatehouse.identity.model.SessionId;
import dev.gatehouse.identity.model.UserId;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What every projection of sessions promises of those that a user has. */
public interface ProjectedActivityContract {

    SessionProjection projection();

    private static LiveSession of(UserId user) {
        return new LiveSession(Samples.sessionId(), user, 0, Role.USER, Samples.FAR);
    }

    private static EndedSession ended(LiveSession session) {
        return new EndedSession(session.user(), session.id());
    }

    private Iterable<SessionId> active(UserId user) {
        return projection().lastActive(user).keySet();
    }

    @Test
    default void ofAUserNobodyToldOfNoSessionIsKnown() {
        assertThat(projection().lastActive(Samples.userId())).isEmpty();
    }

    @Test
    default void thoseThatLiveAreKnownAndNoOneElses() {
        UserId user = Samples.userId();
        LiveSession first = of(user);
        LiveSession second = of(user);
        LiveSession foreign = of(Samples.userId());
        List.of(first, second, foreign, first).forEach(projection()::put);
        projection().find(user, second.id(), Samples.TOKEN_ID);
        assertThat(active(user)).containsExactlyInAnyOrder(first.id(), second.id());
    }

    @Test
    default void oneThatEndedIsNotAmongThem() {
        UserId user = Samples.userId();
        LiveSession gone = of(user);
        LiveSession left = of(user);
        projection().put(gone);
        projection().put(left);
        projection().end(List.of(ended(gone)));
        projection().put(gone);
        projection().find(user, gone.id(), Samples.TOKEN_ID);
        assertThat(active(user)).containsExactly(left.id());
        projection().end(List.of(ended(left)));
        assertThat(active(user)).isEmpty();
    }

    @Test
    default void oneThatIsPastItsEndIsNotAmongThem() {
        UserId user = Samples.userId();
        projection()
                .put(new LiveSession(Samples.sessionId(), user, 0, Role.USER, Instant.parse("2001-01-01T00:00:00Z")));
        assertThat(active(user)).isEmpty();
    }

    @Test
    default void whateverTheOrderOfLifeUseAndEndOnlyThoseThatLiveAreLeft() {
        UserId user = Samples.userId();
        List<LiveSession> sessions =
                IntStream.range(0, 10).mapToObj(number -> of(user)).toList();
        InParallel.run(80, number -> {
            LiveSession session = sessions.get(number / 8);
            switch (number % 8) {
                case 3 -> {
                    // Every second one ends.
                    if (number / 8 % 2 == 0) {
                        projection().end(List.of(ended(session)));
                    }
                }
                case 1, 5 -> projection().find(user, session.id(), Samples.TOKEN_ID);
                default -> projection().put(session);
            }
            return number;
        });
        assertThat(active(user))
                .containsExactlyInAnyOrderElementsOf(IntStream.of(1, 3, 5, 7, 9)
                        .mapToObj(number -> sessions.get(number).id())
                        .toList());
    }

    @Test
    default void itAnswers() {
        assertThat(projection().answers()).isTrue();
    }
}
