package dev.gatehouse.identity.port;

import static dev.gatehouse.identity.model.Samples.NOW;
import static dev.gatehouse.identity.model.Samples.ended;
import static dev.gatehouse.identity.model.Samples.live;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gatehouse.identity.model.AuthMethod;
import dev.gatehouse.identity.model.EndReason;
import dev.gatehouse.identity.model.EndedSession;
import dev.gatehouse.identity.model.Proof;
import dev.gatehouse.identity.model.Role;
import dev.gatehouse.identity.model.Samples;
import dev.gatehouse.identity.model.Session;
import dev.gatehouse.identity.model.SessionId;
import dev.gatehouse.identity.model.User;
import dev.gatehouse.identity.model.UserStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What every store of sessions promises. */
public interface SessionStoreContract extends BoundedSessionsContract {

    @Test
    default void anOpenedSessionLives() {
        User user = owner();
        Session session = opened(user);
        assertThat(sessions().findLive(user.id(), session.id(), Samples.TOKEN_ID))
                .contains(live(session, user));
    }

    @Test
    default void itsRoleIsTheOneItsUserHasNow() {
        User user = owner();
        Session session = opened(user);
        userChanged(user.id(), found -> Samples.userWith(found, Role.ADMIN, UserStatus.ACTIVE));
        assertThat(sessions().findLive(user.id(), session.id(), Samples.TOKEN_ID))
                .hasValueSatisfying(live -> assertThat(live.role()).isEqualTo(Role.ADMIN));
    }

    @Test
    default void anUnknownSessionIsEmpty() {
        User user = owner();
        assertThat(sessions().findLive(user.id(), Samples.sessionId(), Samples.TOKEN_ID))
                .isEmpty();
        assertThat(locked(Samples.sessionId())).isEmpty();
    }

    @Test
    default void aSessionIsAliveForItsOwnUserOnly() {
        Session session = opened(owner());
        assertThat(sessions().findLive(owner().id(), session.id(), Samples.TOKEN_ID))
                .isEmpty();
        assertThat(lives(session)).isTrue();
    }

    @Test
    default void aSessionPastItsEndIsNotAlive() {
        Session session = opened(Samples.session(owner(), Instant.parse("2001-01-01T00:00:00Z")));
        assertThat(lives(session)).isFalse();
    }

    @Test
    default void aSessionAtRestForTooLongIsNotAliveThoughItsEndIsFar() {
        User user = owner();
        Instant past = Instant.parse("2001-01-01T00:00:00Z");
        var session = new Session(
                Samples.sessionId(), user.id(), user.epoch(), 0, Samples.device(), NOW, NOW, past, Samples.FAR, null);
        assertThat(lives(opened(session))).isFalse();
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
    default void aSessionKeepsHowItWasOpened() {
        User user = owner();
        var session = Session.open(
                Samples.sessionId(),
                user,
                Samples.device(),
                new Proof(Set.of(AuthMethod.CODE, AuthMethod.MULTI_FACTOR), Samples.NOW),
                Samples.POLICY,
                Samples.NOW);
        opened(session);
        assertThat(sessions().find(session.id())).contains(session);
        assertThat(locked(session.id())).contains(session);
    }

    @Test
    default void aSessionKeepsThatItsUserHasShownAgainWhoTheyAre() {
        Session session = opened(owner());
        Instant later = NOW.plusSeconds(60);
        changed(session, now -> now.prove(Set.of(AuthMethod.CODE, AuthMethod.MULTI_FACTOR), later));
        assertThat(locked(session.id()).map(Session::proof))
                .contains(new Proof(Set.of(AuthMethod.PASSWORD, AuthMethod.CODE, AuthMethod.MULTI_FACTOR), later));
    }

    @Test
    default void aSessionIsFoundWhateverBecameOfIt() {
        User user = owner();
        Session session = opened(user);
        assertThat(sessions().find(session.id())).contains(session);
        userChanged(user.id(), found -> found.withNextEpoch(NOW));
        assertThat(sessions().find(session.id())).contains(session);
        assertThat(sessions().find(Samples.sessionId())).isEmpty();
    }

    @Test
    default void aSessionThatRotatedStillLives() {
        Session session = opened(owner());
        assertThat(lives(session)).isTrue();
        changed(session, LockedSessionsContract::rotated);
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
                    sessions().open(never, ROOM);
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

    @Test
    default void thoseWhoOpenedTheNewestSessionsAreListedOnceEach() {
        User one = owner();
        User other = owner();
        User gone = owner();
        // Above every other id there is, and in this order.
        long run = System.nanoTime();
        for (User user : List.of(other, one, one, gone)) {
            var id = new SessionId(new UUID(-1, run++ | Long.MIN_VALUE));
            opened(new Session(
                    id, user.id(), user.epoch(), 0, Samples.device(), NOW, NOW, Samples.FAR, Samples.FAR, null));
        }
        allEnded(gone, null);
        assertThat(sessions().listLatestUsers(2)).containsExactly(one.id());
        assertThat(sessions().listLatestUsers(3)).containsExactlyInAnyOrder(one.id(), other.id());
    }
}
