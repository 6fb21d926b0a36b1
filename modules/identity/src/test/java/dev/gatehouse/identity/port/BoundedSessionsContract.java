package dev.gatehouse.identity.port;

import static dev.gatehouse.identity.model.Samples.NOW;
import static dev.gatehouse.identity.model.Samples.ended;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.identity.model.EndReason;
import dev.gatehouse.identity.model.EndedSession;
import dev.gatehouse.identity.model.Samples;
import dev.gatehouse.identity.model.Session;
import dev.gatehouse.identity.model.User;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What every store of sessions promises of how many a user may have. */
public interface BoundedSessionsContract extends LockedSessionsContract {

    int MOST = 10;

    private Session session(User user, int second, Instant refreshUntil) {
        Instant at = NOW.plusSeconds(second);
        return new Session(
                Samples.sessionId(),
                user.id(),
                user.epoch(),
                0,
                Samples.device(),
                at,
                at,
                refreshUntil,
                Samples.FAR,
                null);
    }

    private Session session(User user, int second) {
        return session(user, second, Samples.FAR);
    }

    private List<EndedSession> openedOf(int most, Session session) {
        return work().run(() -> {
            users().lock(session.user());
            return sessions().open(session, most);
        });
    }

    @Test
    default void asLongAsThereIsRoomNoneEnds() {
        User user = owner();
        for (int i = 0; i < MOST; i++) {
            assertThat(openedOf(MOST, session(user, i))).isEmpty();
        }
    }

    @Test
    default void oneMoreThanMayLiveEndsTheOldestAndSaysSo() {
        User user = owner();
        Session second = session(user, 2);
        Session first = session(user, 1);
        Session third = session(user, 3);
        Session foreign = session(owner(), 0);
        List.of(second, first, foreign).forEach(session -> openedOf(2, session));
        assertThat(lives(first)).isTrue();

        assertThat(openedOf(2, third)).containsExactly(ended(first));

        assertThat(List.of(second, third, foreign)).allMatch(this::lives);
        assertThat(lives(first)).isFalse();
        assertThat(locked(first.id()).map(Session::ended)).contains(EndReason.LIMIT);
        assertThat(sessions().listEnded(Duration.ofMinutes(1))).contains(ended(first));
    }

    @Test
    default void whereFewerMayLiveThanBeforeAllThatAreTooManyEnd() {
        User user = owner();
        List<Session> old =
                IntStream.range(0, 5).mapToObj(i -> session(user, i)).toList();
        old.forEach(session -> openedOf(MOST, session));
        assertThat(openedOf(1, session(user, 5)))
                .containsExactlyInAnyOrderElementsOf(
                        old.stream().map(Samples::ended).toList());
    }

    @Test
    default void thoseThatAreOverTakeNoRoom() {
        User user = owner();
        Session left = session(user, 1);
        Session ended = session(user, 2);
        openedOf(2, session(user, 0, NOW));
        openedOf(2, left);
        openedOf(2, ended);
        changed(ended, now -> now.end(EndReason.LOGOUT));
        assertThat(openedOf(2, session(user, 3))).isEmpty();
        assertThat(lives(left)).isTrue();
    }

    @Test
    default void fiftyOpenedAtOnceLeaveTenAlive() {
        User user = owner();
        List<Session> opened =
                IntStream.range(0, 50).mapToObj(i -> session(user, i)).toList();
        List<EndedSession> ended = InParallel.run(50, number -> openedOf(MOST, opened.get(number))).stream()
                .flatMap(List::stream)
                .toList();
        assertThat(ended).hasSize(40).doesNotHaveDuplicates();
        assertThat(opened).filteredOn(this::lives).hasSize(MOST).noneMatch(session -> ended.contains(ended(session)));
    }
}
