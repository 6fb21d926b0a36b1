package dev.gatehouse.identity.port;

import static dev.gatehouse.identity.model.Samples.NOW;
import static dev.gatehouse.identity.model.Samples.POLICY;
import static dev.gatehouse.identity.model.Samples.ended;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.events.UnitOfWork;
import dev.gatehouse.identity.model.Device;
import dev.gatehouse.identity.model.EndReason;
import dev.gatehouse.identity.model.EndedSession;
import dev.gatehouse.identity.model.Samples;
import dev.gatehouse.identity.model.Session;
import dev.gatehouse.identity.model.Session.Presented;
import dev.gatehouse.identity.model.SessionId;
import dev.gatehouse.identity.model.User;
import dev.gatehouse.identity.model.UserId;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What every store of sessions promises of the changes made under its locks, by many at once. */
public interface LockedSessionsContract {

    /** More sessions of a user than any test opens. */
    int ROOM = 1_000;

    SessionStore sessions();

    /** The repository of the users whose sessions these are. */
    IUserRepository users();

    /** The unit of work that both take part in. */
    UnitOfWork work();

    default User owner() {
        User user = Samples.user();
        users().insert(user);
        return user;
    }

    default Session opened(User user) {
        return opened(Samples.session(user));
    }

    default Session opened(Session session) {
        return work().run(() -> {
            users().lock(session.user());
            sessions().open(session, ROOM);
            return session;
        });
    }

    default Optional<Session> locked(SessionId session) {
        return work().run(() -> sessions().lock(session));
    }

    default Session changed(Session session, UnaryOperator<Session> change) {
        return work().run(() -> {
            Session next = change.apply(sessions().lock(session.id()).orElseThrow());
            sessions().save(next);
            return next;
        });
    }

    default List<EndedSession> allEnded(User user, @Nullable SessionId keep) {
        return work().run(() -> {
            users().lock(user.id());
            return sessions().endAll(user.id(), keep, EndReason.LOGOUT_ALL);
        });
    }

    default void userChanged(UserId user, UnaryOperator<User> change) {
        work().run(() -> users().save(change.apply(users().lock(user).orElseThrow())));
    }

    default boolean lives(Session session) {
        return sessions()
                .findLive(session.user(), session.id(), Samples.TOKEN_ID)
                .isPresent();
    }

    static Presented present(Session session, long number) {
        return session.present(number, session.device().userAgent(), POLICY, NOW.plusSeconds(1));
    }

    static Session rotated(Session session) {
        return present(session, session.counter()) instanceof Presented.Current(Session next) ? next : session;
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
        Session rotated = changed(session, LockedSessionsContract::rotated);
        assertThat(locked(session.id())).contains(rotated);
        Session ended = changed(session, now -> now.end(EndReason.REFRESH_REUSED));
        assertThat(locked(session.id())).contains(ended);
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
        InParallel.run(50, number -> changed(session, LockedSessionsContract::rotated));
        assertThat(locked(session.id()).map(Session::counter)).contains(50L);
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
        List<Session> opened = InParallel.run(40, number -> work().run(() -> {
            User now = users().lock(user.id()).orElseThrow();
            Session session = Samples.session(now);
            sessions().open(session, ROOM);
            if (number % 5 == 0) {
                users().save(now.withNextEpoch(NOW));
                sessions().endAll(user.id(), null, EndReason.LOGOUT_ALL);
            }
            return session;
        }));
        long epoch = users().findById(user.id()).orElseThrow().epoch();
        assertThat(epoch).isEqualTo(8);
        assertThat(opened).allMatch(session -> lives(session) == (session.epoch() == epoch));
    }
}
