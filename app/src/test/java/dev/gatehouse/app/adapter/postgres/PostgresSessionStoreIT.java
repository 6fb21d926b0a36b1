package dev.gatehouse.app.adapter.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gatehouse.events.UnitOfWork;
import dev.gatehouse.identity.model.EndReason;
import dev.gatehouse.identity.model.Samples;
import dev.gatehouse.identity.model.Session;
import dev.gatehouse.identity.model.User;
import dev.gatehouse.identity.port.IUserRepository;
import dev.gatehouse.identity.port.SessionStore;
import dev.gatehouse.identity.port.SessionStoreContract;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

final class PostgresSessionStoreIT implements SessionStoreContract {

    private final PostgresSessionStore sessions =
            new PostgresSessionStore(TestPostgres.jdbc(), Clock.fixed(Samples.NOW, ZoneOffset.UTC));
    private final PostgresUserRepository users = new PostgresUserRepository(TestPostgres.jdbc());
    private final PostgresUnitOfWork work = TestPostgres.unitOfWork();

    @Override
    public SessionStore sessions() {
        return sessions;
    }

    @Override
    public IUserRepository users() {
        return users;
    }

    @Override
    public UnitOfWork work() {
        return work;
    }

    private Session committed(User user) {
        Session session = Samples.session(user);
        users.insert(user);
        sessions.open(session, 10);
        return session;
    }

    private static void awaitALockWaiter() {
        Instant deadline = Instant.now().plusSeconds(10);
        while (TestPostgres.query("SELECT 1 FROM pg_locks WHERE NOT granted").isEmpty()) {
            assertThat(Instant.now()).as("somebody waits for a lock").isBefore(deadline);
        }
    }

    @Test
    void aLockThatWaitedForLogOutEverywhereSeesItsEnd() {
        User user = Samples.user();
        Session session = committed(user);

        CompletableFuture<Session> refreshing = work.run(() -> {
            User now = users.lock(user.id()).orElseThrow();
            sessions.endAll(user.id(), null, EndReason.LOGOUT_ALL);
            users.save(now.withNextEpoch(Samples.NOW));
            var waiting = CompletableFuture.supplyAsync(
                    () -> work.run(() -> sessions.lock(session.id()).orElse(session.end(EndReason.LOGOUT_ALL))));
            awaitALockWaiter();
            return waiting;
        });

        assertThat(refreshing.join().ended()).isEqualTo(EndReason.LOGOUT_ALL);
    }

    @Test
    void logOutEverywhereEndsASessionThatRotatesMeanwhile() {
        User user = Samples.user();
        Session session = committed(user);
        var ending = work.run(() -> {
            Session now = sessions.lock(session.id()).orElseThrow();
            var waiting = CompletableFuture.supplyAsync(
                    () -> work.run(() -> sessions.endAll(user.id(), null, EndReason.LOGOUT_ALL)));
            awaitALockWaiter();
            sessions.save(now);
            return waiting;
        });
        assertThat(ending.join()).containsExactly(Samples.ended(session));
        assertThat(sessions.findLive(user.id(), session.id(), Samples.TOKEN_ID)).isEmpty();
    }

    @Test
    void aUserThatIsLockedDoesNotKeepRowsThatReferToItFromBeingInserted() {
        User user = Samples.user();
        users.insert(user);
        Session session = Samples.session(user);
        work.run(() -> {
            users.lock(user.id());
            return CompletableFuture.runAsync(() -> sessions.open(session, 10))
                    .orTimeout(5, TimeUnit.SECONDS)
                    .join();
        });
        assertThat(sessions.findLive(user.id(), session.id(), Samples.TOKEN_ID)).isPresent();
    }

    @Test
    void theTimeAndReasonOfAnEndAreTheDatabasesAndStay() {
        Session session = committed(Samples.user());
        sessions.save(session.end(EndReason.LOGOUT));
        String end = "SELECT ended_at FROM identity.sessions WHERE id = '%s'".formatted(session.id());
        String before = TestPostgres.query(end).getFirst();

        sessions.save(session.end(EndReason.REFRESH_REUSED));

        assertThat(TestPostgres.query(end)).containsExactly(before);
        assertThat(sessions.lock(session.id()).map(Session::ended)).contains(EndReason.LOGOUT);
    }

    @Test
    void aSessionThatWasNeverOpenedCannotBeSaved() {
        assertThatThrownBy(() -> sessions.save(Samples.session(Samples.user())))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void refreshingRewritesTheRowInItsPage() {
        Session session = committed(Samples.user());
        String place = "SELECT (ctid::text::point)[0] FROM identity.sessions WHERE id = '%s'".formatted(session.id());
        String before = TestPostgres.query(place).getFirst();
        for (int i = 0; i < 200; i++) {
            sessions.save(session);
        }
        assertThat(TestPostgres.query(place)).containsExactly(before);
    }
}
