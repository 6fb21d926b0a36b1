package dev.gatehouse.identity.port;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.events.UnitOfWork;
import dev.gatehouse.identity.model.EndReason;
import dev.gatehouse.identity.model.Samples;
import dev.gatehouse.identity.model.Session;
import dev.gatehouse.identity.model.SessionCounts;
import dev.gatehouse.identity.model.User;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What every directory of sessions promises. */
public interface SessionDirectoryContract {

    SessionDirectory directory();

    SessionStore sessions();

    RevokedTokens tokens();

    IUserRepository users();

    UnitOfWork work();

    private User owner() {
        User user = Samples.user();
        users().insert(user);
        return user;
    }

    private Session opened(User user, Instant at, Instant refreshUntil) {
        var session = new Session(
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
        work().run(() -> sessions().open(session, LockedSessionsContract.ROOM));
        return session;
    }

    private Session opened(User user, int second) {
        return opened(user, Samples.NOW.plusSeconds(second), Samples.FAR);
    }

    @Test
    default void thoseOfAUserAreListedTheNewestFirst() {
        User user = owner();
        Session second = opened(user, 2);
        Session first = opened(user, 1);
        Session third = opened(user, 3);
        opened(owner(), 4);
        assertThat(directory().listLive(user.id())).containsExactly(third, second, first);
        assertThat(directory().listLive(Samples.userId())).isEmpty();
    }

    @Test
    default void whatIsOverIsNotListed() {
        User user = owner();
        Session ended = opened(user, 1);
        Session rested = opened(user, Samples.NOW, Instant.parse("2001-01-01T00:00:00Z"));
        Session alive = opened(user, 2);
        work().run(() -> {
            sessions().save(sessions().lock(ended.id()).orElseThrow().end(EndReason.LOGOUT));
            return ended;
        });
        assertThat(directory().listLive(user.id())).containsExactly(alive).doesNotContain(rested);
    }

    @Test
    default void whatIsFromBeforeTheEpochMovedIsNotListed() {
        User user = owner();
        opened(user, 1);
        work().run(() -> users().save(users().lock(user.id()).orElseThrow().withNextEpoch(Samples.NOW)));
        assertThat(directory().listLive(user.id())).isEmpty();
    }

    @Test
    default void aListHasTwoHundredAtMost() {
        User user = owner();
        for (int i = 0; i < 201; i++) {
            opened(user, i);
        }
        List<Session> listed = directory().listLive(user.id());
        assertThat(listed).hasSize(200);
        assertThat(listed.getFirst().createdAt()).isEqualTo(Samples.NOW.plusSeconds(200));
    }

    @Test
    default void whatLivesAndWhatWasRevokedIsCounted() {
        User user = owner();
        SessionCounts before = directory().count();
        Session ended = opened(user, 1);
        opened(user, 2);
        opened(user, Samples.NOW, Instant.parse("2001-01-01T00:00:00Z"));
        work().run(() -> {
            sessions().save(sessions().lock(ended.id()).orElseThrow().end(EndReason.LOGOUT));
            tokens().revoke(Samples.revoked(user.id()));
            return ended;
        });
        assertThat(directory().count()).isEqualTo(new SessionCounts(before.live() + 1, before.revokedTokens() + 1));
    }
}
