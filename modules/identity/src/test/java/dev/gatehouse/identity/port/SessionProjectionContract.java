package dev.gatehouse.identity.port;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.identity.model.EndedSession;
import dev.gatehouse.identity.model.LiveSession;
import dev.gatehouse.identity.model.RevokedToken;
import dev.gatehouse.identity.model.Role;
import dev.gatehouse.identity.model.RoleChange;
import dev.gatehouse.identity.model.Samples;
import dev.gatehouse.identity.port.SessionProjection.Known;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What every projection of sessions promises, as long as it remembers. */
public interface SessionProjectionContract extends ProjectedActivityContract {

    private Optional<Known> found(LiveSession session) {
        return projection().find(session.user(), session.id(), Samples.TOKEN_ID);
    }

    private static EndedSession ended(LiveSession session) {
        return new EndedSession(session.user(), session.id());
    }

    @Test
    default void nothingIsKnownOfASessionItWasNotToldOf() {
        assertThat(found(Samples.live())).isEmpty();
    }

    @Test
    default void aSessionItWasToldOfLives() {
        var session = new LiveSession(
                Samples.sessionId(),
                Samples.userId(),
                Long.MAX_VALUE,
                Role.ADMIN,
                Samples.NOW.plusNanos(1_000_000_000_000_000_000L));
        projection().put(session);
        assertThat(found(session)).contains(new Known.Live(session));
        assertThat(found(session)).contains(new Known.Live(session));
    }

    @Test
    default void itMayBeToldAgain() {
        LiveSession session = Samples.live();
        projection().put(session);
        projection().put(session);
        assertThat(found(session)).contains(new Known.Live(session));
    }

    @Test
    default void aSessionIsKnownToLiveForItsOwnUserOnly() {
        LiveSession session = Samples.live();
        projection().put(session);
        assertThat(projection().find(Samples.userId(), session.id(), Samples.TOKEN_ID))
                .isEmpty();
        assertThat(projection().find(session.user(), Samples.sessionId(), Samples.TOKEN_ID))
                .isEmpty();
    }

    @Test
    default void aSessionIsNeverFoundAlivePastItsEnd() {
        var past = new LiveSession(
                Samples.sessionId(), Samples.userId(), 0, Role.USER, Instant.parse("2001-01-01T00:00:00Z"));
        projection().put(past);
        assertThat(found(past)).isNotEqualTo(Optional.of(new Known.Live(past)));
    }

    @Test
    default void aSessionThatEndedIsKnownToHaveEnded() {
        LiveSession session = Samples.live();
        projection().put(session);
        projection().end(List.of(ended(session)));
        assertThat(found(session)).contains(new Known.Ended());
    }

    @Test
    default void aSessionThatEndedCannotBePutBack() {
        LiveSession session = Samples.live();
        projection().put(session);
        projection().end(List.of(ended(session)));
        projection().put(session);
        assertThat(found(session)).contains(new Known.Ended());
    }

    @Test
    default void anEndOfASessionNobodyToldOfKeepsItFromBeingPut() {
        LiveSession session = Samples.live();
        projection().end(List.of(ended(session)));
        projection().put(session);
        assertThat(found(session)).contains(new Known.Ended());
    }

    @Test
    default void endingTwiceIsEndingOnce() {
        LiveSession session = Samples.live();
        projection().end(List.of(ended(session), ended(session)));
        projection().end(List.of(ended(session)));
        assertThat(found(session)).contains(new Known.Ended());
    }

    @Test
    default void endingNoneIsFine() {
        LiveSession session = Samples.live();
        projection().put(session);
        projection().end(List.of());
        assertThat(found(session)).contains(new Known.Live(session));
    }

    @Test
    default void aRevokedTokenIsKnownWhateverIsKnownOfItsSession() {
        LiveSession session = Samples.live();
        RevokedToken token = Samples.revoked(session.user());
        projection().revoke(List.of(token));
        assertThat(projection().find(session.user(), session.id(), token.id())).contains(new Known.Revoked());
        projection().put(session);
        assertThat(projection().find(session.user(), session.id(), token.id())).contains(new Known.Revoked());
        assertThat(found(session)).contains(new Known.Live(session));
    }

    @Test
    default void theSessionsOfAUserWhoseRoleChangedAreFoundInIt() {
        LiveSession one = Samples.live();
        var other = new LiveSession(Samples.sessionId(), one.user(), 7, Role.USER, Samples.FAR);
        LiveSession foreign = Samples.live();
        List.of(one, other, foreign).forEach(projection()::put);
        var promoted = new RoleChange(one.user(), Role.ADMIN, 2);

        projection().change(List.of(promoted));
        projection().change(List.of(promoted));

        assertThat(found(one)).contains(new Known.Live(one.withRole(Role.ADMIN)));
        assertThat(found(other)).contains(new Known.Live(other.withRole(Role.ADMIN)));
        assertThat(found(foreign)).contains(new Known.Live(foreign));
        projection().change(List.of(new RoleChange(one.user(), Role.USER, 3)));
        assertThat(found(one)).contains(new Known.Live(one));
    }

    @Test
    default void aRoleOpensNoSessionThatEndedOrThatNobodyToldOf() {
        LiveSession session = Samples.live();
        var promoted = new RoleChange(session.user(), Role.ADMIN, 2);
        projection().change(List.of());
        projection().change(List.of(promoted));
        assertThat(found(session)).isEmpty();
        projection().put(session.withRole(Role.ADMIN));
        projection().end(List.of(ended(session)));
        projection().change(List.of(new RoleChange(session.user(), Role.USER, 3)));
        assertThat(found(session)).contains(new Known.Ended());
    }

    @Test
    default void manyTokensMayBeRevokedAtOnceAndAgain() {
        LiveSession session = Samples.live();
        List<RevokedToken> tokens = Stream.generate(() -> Samples.revoked(session.user()))
                .limit(500)
                .toList();
        projection().revoke(tokens);
        projection().revoke(tokens);
        projection().revoke(List.of());
        assertThat(tokens).allSatisfy(token -> assertThat(projection().find(session.user(), session.id(), token.id()))
                .contains(new Known.Revoked()));
        assertThat(found(session)).isEmpty();
    }

    @Test
    default void manyMayEndAtOnceAndOnlyThose() {
        List<LiveSession> sessions = Stream.generate(Samples::live).limit(500).toList();
        LiveSession other = Samples.live();
        projection().put(other);
        sessions.forEach(projection()::put);
        projection().end(sessions.stream().map(SessionProjectionContract::ended).toList());
        assertThat(sessions).allSatisfy(session -> assertThat(found(session)).contains(new Known.Ended()));
        assertThat(found(other)).contains(new Known.Live(other));
    }

    @Test
    default void whateverTheOrderInWhichLifeAndEndArriveTheEndStays() {
        List<LiveSession> sessions = Stream.generate(Samples::live).limit(10).toList();
        InParallel.run(60, number -> {
            LiveSession session = sessions.get(number / 6);
            if (number % 6 == 3) {
                projection().end(List.of(ended(session)));
            } else {
                projection().put(session);
            }
            return number;
        });
        assertThat(sessions).allSatisfy(session -> assertThat(found(session)).contains(new Known.Ended()));
    }

    @Test
    default void onceAnEndWasToldNobodyFindsTheSessionAlive() {
        LiveSession session = Samples.live();
        projection().put(session);
        projection().end(List.of(ended(session)));
        List<Optional<Known>> seen = InParallel.run(20, number -> {
            projection().put(session);
            return found(session);
        });
        assertThat(seen).containsOnly(Optional.of(new Known.Ended()));
    }
}
