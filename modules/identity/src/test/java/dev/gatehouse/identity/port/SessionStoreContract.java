package dev.gatehouse.identity.port;

import static dev.gatehouse.identity.model.Samples.NOW;
import static dev.gatehouse.identity.model.Samples.POLICY;
import static dev.gatehouse.identity.model.Samples.ended;
import static dev.gatehouse.identity.model.Samples.live;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gatehouse.events.UnitOfWork;
import dev.gatehouse.identity.model.Device;
import dev.gatehouse.identity.model.EndReason;
import dev.gatehouse.identity.model.EndedSession;
import dev.gatehouse.identity.model.Role;
import dev.gatehouse.identity.model.Samples;
import dev.gatehouse.identity.model.Session;
import dev.gatehouse.identity.model.Session.Presented;
import dev.gatehouse.identity.model.SessionId;
import dev.gatehouse.identity.model.User;
import dev.gatehouse.identity.model.UserId;
import dev.gatehouse.identity.model.UserStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What every store of sessions promises. */
public interface SessionStoreContract {

    SessionStore sessions();

    /** The repository of the users whose sessions these are. */
    IUserRepository users();

    /** The unit of work that both take part in. */
    UnitOfWork work();

    private User owner() {
        User user = Samples.user();
        users().insert(user);
        return user;
    }

    private Session opened(User user) {
        return opened(Samples.session(user));
    }

    private Session opened(Session session) {
        return work().run(() -> {
            users().lock(session.user());
            sessions().open(session);
            return session;
        });
    }

    private Optional<Session> locked(SessionId session) {
        return work().run(() -> sessions().lock(session));
    }

    private Session changed(Session session, UnaryOperator<Session> change) {
        return work().run(() -> {
            Session next = change.apply(sessions().lock(session.id()).orElseThrow());
            sessions().save(next);
            return next;
        });
    }

    private List<EndedSession> allEnded(User user, @Nullable SessionId keep) {
        return work().run(() -> {
            users().lock(user.id());
            return sessions().endAll(user.id(), keep, EndReason.LOGOUT_ALL);
        });
    }

    private void userChanged(UserId user, UnaryOperator<User> change) {
        work().run(() -> users().save(change.apply(users().lock(user).orElseThrow())));
    }

    private boolean lives(Session session) {
        return sessions().findLive(session.user(), session.id()).isPresent();
    }

    private static Presented present(Session session, long number) {
        return session.present(number, session.device().userAgent(), POLICY, NOW.plusSeconds(1));
    }

    private static Session rotated(Session session) {
        return present(session, session.counter()) instanceof Presented.Current(Session next) ? next : session;
    }

    @Test
    default void anOpenedSessionLives() {
        User user = owner();
        Session session = opened(user);
        assertThat(sessions().findLive(user.id(), session.id())).contains(live(session, user));
    }

    @Test
    default void itsRoleIsTheOneItsUserHasNow() {
        User user = owner();
        Session session = opened(user);
        userChanged(user.id(), found -> Samples.userWith(found, Role.ADMIN, UserStatus.ACTIVE));
        assertThat(sessions().findLive(user.id(), session.id()))
                .hasValueSatisfying(live -> assertThat(live.role()).isEqualTo(Role.ADMIN));
    }

    @Test
    default void anUnknownSessionIsEmpty() {
        User user = owner();
        assertThat(sessions().findLive(user.id(), Samples.sessionId())).isEmpty();
        assertThat(locked(Samples.sessionId())).isEmpty();
    }

    @Test
    default void aSessionIsAliveForItsOwnUserOnly() {
        Session session = opened(owner());
        assertThat(sessions().findLive(owner().id(), session.id())).isEmpty();
        assertThat(lives(session)).isTrue();
    }

    @Test
    default void aSessionPastItsEndIsNotAlive() {
        Session session = opened(Samples.session(owner(), Instant.parse("2001-01-01T00:00:00Z")));
        assertThat(lives(session)).isFalse();
    }

    @Test
    default void aSessionOfAUserWhoMayNotLogInIsNotAlive() {
        Session session = opened(owner());
        userChanged(session.user(), found -> Samples.userWith(found, Role.USER, UserStatus.DISABLED));
        assertThat(lives(session)).isFalse();
    }

    @Test
    default void aSessionFromBeforeTheUsersEpochMovedIsNotThereAtAll() {
        Session session = opened(owner());
        userChanged(session.user(), found -> found.withNextEpoch(NOW));
        assertThat(lives(session)).isFalse();
        assertThat(locked(session.id())).isEmpty();
    }

    @Test
    default void lockingReturnsAllThatWasOpened() {
        User user = owner();
        Session session = opened(user);
        var bare = new Session(
                Samples.sessionId(),
                user.id(),
                user.epoch(),
                0,
                new Device(null, null, "", "2001:db8::1"),
                NOW,
                NOW,
                NOW.plusSeconds(60),
                Samples.FAR,
                null);
        opened(bare);
        assertThat(locked(session.id())).contains(session);
        assertThat(locked(bare.id())).contains(bare);
    }

    @Test
    default void lockingReturnsAllThatWasSavedEndedOrNot() {
        Session session = opened(owner());
        Session rotated = changed(session, SessionStoreContract::rotated);
        assertThat(locked(session.id())).contains(rotated);
        Session ended = changed(session, now -> now.end(EndReason.REFRESH_REUSED));
        assertThat(locked(session.id())).contains(ended);
    }

    @Test
    default void aSessionThatRotatedStillLives() {
        Session session = opened(owner());
        assertThat(lives(session)).isTrue();
        changed(session, SessionStoreContract::rotated);
        assertThat(lives(session)).isTrue();
    }

    @Test
    default void aSessionThatEndedIsNotAliveAndNeverWillBe() {
        Session session = opened(owner());
        assertThat(lives(session)).isTrue();
        changed(session, now -> now.end(EndReason.LOGOUT));
        assertThat(lives(session)).isFalse();
        changed(session, now -> session);
        assertThat(lives(session)).isFalse();
        assertThat(locked(session.id()).map(Session::ended)).contains(EndReason.LOGOUT);
    }

    @Test
    default void aUnitThatFailsNeitherOpensNorEnds() {
        User user = owner();
        Session old = opened(user);
        Session never = Samples.session(user);
        assertThatThrownBy(() -> work().run(() -> {
                    users().lock(user.id());
                    sessions().open(never);
                    sessions().save(sessions().lock(old.id()).orElseThrow().end(EndReason.LOGOUT));
                    sessions().endAll(user.id(), null, EndReason.LOGOUT_ALL);
                    throw new IllegalStateException("the unit failed");
                }))
                .isInstanceOf(IllegalStateException.class);
        assertThat(lives(old)).isTrue();
        assertThat(lives(never)).isFalse();
        assertThat(sessions().listEnded(Duration.ofMinutes(1))).doesNotContain(ended(old), ended(never));
    }

    @Test
    default void fiftyParallelPresentationsOfOneTokenMakeOneGeneration() {
        Session session = opened(owner());
        List<Presented> outcomes = InParallel.run(50, number -> work().run(() -> {
            Presented presented = present(sessions().lock(session.id()).orElseThrow(), 0);
            if (presented instanceof Presented.Current(Session next)) {
                sessions().save(next);
            }
            return presented;
        }));
        assertThat(outcomes).filteredOn(Presented.Current.class::isInstance).hasSize(1);
        assertThat(outcomes).filteredOn(Presented.Repeated.class::isInstance).hasSize(49);
        assertThat(locked(session.id()).map(Session::counter)).contains(1L);
    }

    @Test
    default void changesUnderTheLockAreNeverLost() {
        Session session = opened(owner());
        InParallel.run(50, number -> changed(session, SessionStoreContract::rotated));
        assertThat(locked(session.id()).map(Session::counter)).contains(50L);
    }

    @Test
    default void endingAllEndsThoseOfTheUserButTheOneToKeep() {
        User user = owner();
        Session first = opened(user);
        Session second = opened(user);
        Session kept = opened(user);
        Session foreign = opened(owner());
        assertThat(List.of(first, second, kept, foreign)).allMatch(this::lives);

        assertThat(allEnded(user, kept.id())).containsExactlyInAnyOrder(ended(first), ended(second));

        assertThat(List.of(kept, foreign)).allMatch(this::lives);
        assertThat(List.of(first, second)).noneMatch(this::lives);
        assertThat(locked(first.id()).map(Session::ended)).contains(EndReason.LOGOUT_ALL);
    }

    @Test
    default void endingAllReturnsOnlyWhatThisCallEnded() {
        User user = owner();
        Session gone = opened(user);
        changed(gone, now -> now.end(EndReason.LOGOUT));
        Session left = opened(user);
        assertThat(allEnded(user, null)).containsExactly(ended(left));
        assertThat(allEnded(user, null)).isEmpty();
        assertThat(locked(gone.id()).map(Session::ended)).contains(EndReason.LOGOUT);
        assertThat(allEnded(owner(), null)).isEmpty();
    }

    @Test
    default void aSessionOpenedWhileAllAreEndedIsEitherEndedOrAlive() {
        User user = owner();
        List<Session> opened = InParallel.run(10, number -> Samples.session(user));
        List<List<EndedSession>> ends = InParallel.run(
                12, number -> number < 10 ? List.of(ended(opened(opened.get(number)))) : allEnded(user, null));
        List<EndedSession> ended =
                ends.subList(10, 12).stream().flatMap(List::stream).toList();
        assertThat(ended).doesNotHaveDuplicates();
        assertThat(opened).allMatch(session -> lives(session) != ended.contains(ended(session)));
    }

    @Test
    default void noSessionOutlivesAnEpochThatMovedWhileItWasOpened() {
        User user = owner();
        List<Session> opened = InParallel.run(20, number -> work().run(() -> {
            User now = users().lock(user.id()).orElseThrow();
            Session session = Samples.session(now);
            sessions().open(session);
            if (number % 5 == 0) {
                users().save(now.withNextEpoch(NOW));
                sessions().endAll(user.id(), null, EndReason.LOGOUT_ALL);
            }
            return session;
        }));
        long epoch = users().findById(user.id()).orElseThrow().epoch();
        assertThat(epoch).isEqualTo(4);
        assertThat(opened).allMatch(session -> lives(session) == (session.epoch() == epoch));
    }

    @Test
    default void sessionsThatEndedAreListedTheNewestFirst() {
        User user = owner();
        Session first = opened(user);
        Session second = opened(user);
        Session alive = opened(user);
        changed(first, now -> now.end(EndReason.LOGOUT));
        changed(second, now -> now.end(EndReason.LOGOUT));
        List<EndedSession> listed = sessions().listEnded(Duration.ofMinutes(1));
        assertThat(listed).doesNotContain(ended(alive)).containsSubsequence(ended(second), ended(first));
        allEnded(user, null);
        assertThat(sessions().listEnded(Duration.ofMinutes(1)))
                .containsSubsequence(ended(alive), ended(second), ended(first));
    }

    @Test
    default void sessionsThatEndedLongerAgoAreNotListed() {
        Session session = opened(owner());
        changed(session, now -> now.end(EndReason.LOGOUT));
        assertThat(sessions().listEnded(Duration.ZERO)).doesNotContain(ended(session));
    }
}
