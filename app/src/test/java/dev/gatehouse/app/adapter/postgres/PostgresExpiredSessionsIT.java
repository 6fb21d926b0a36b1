package dev.gatehouse.app.adapter.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.identity.model.EndReason;
import dev.gatehouse.identity.model.Samples;
import dev.gatehouse.identity.model.Session;
import dev.gatehouse.identity.model.SessionId;
import dev.gatehouse.identity.model.User;
import dev.gatehouse.identity.port.ExpiredRows;
import dev.gatehouse.identity.port.ExpiredRowsContract;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

final class PostgresExpiredSessionsIT implements ExpiredRowsContract {

    private final PostgresExpiredRows rows = PostgresExpiredRows.ofSessions(TestPostgres.jdbc());
    private final PostgresSessionStore sessions = new PostgresSessionStore(TestPostgres.jdbc(), Clock.systemUTC());
    private final User user = Samples.user();

    PostgresExpiredSessionsIT() {
        new PostgresUserRepository(TestPostgres.jdbc()).insert(user);
    }

    @Override
    public ExpiredRows rows() {
        return rows;
    }

    /** The sweeper's time has come for all of them. */
    private UUID session(String change) {
        Session session = Samples.session(user);
        sessions.open(session, 1_000);
        change(session.id().value(), "sweep_at = now(), " + change);
        return session.id().value();
    }

    private static void change(UUID id, String change) {
        TestPostgres.query("UPDATE identity.sessions SET %s WHERE id = '%s'".formatted(change, id));
    }

    @Override
    public UUID over() {
        return session("refresh_until = now()");
    }

    @Override
    public UUID needed() {
        return session("refresh_until = now() + interval '1 minute'");
    }

    @Override
    public boolean isThere(UUID id) {
        return !TestPostgres.query("SELECT 1 FROM identity.sessions WHERE id = '%s'".formatted(id))
                .isEmpty();
    }

    @Test
    void oneThatSomebodyEndedStaysForAWeek() {
        UUID lately = session("ended_reason = 'LOGOUT', ended_at = now() - interval '167 hours'");
        UUID longAgo = session("ended_reason = 'LOGOUT', ended_at = now() - interval '168 hours'");
        rows.forget(100);
        assertThat(isThere(lately)).isTrue();
        assertThat(isThere(longAgo)).isFalse();
        change(lately, "ended_at = ended_at - interval '1 hour'");
        assertThat(rows.forget(100))
                .as("it is looked at again when it may go")
                .isEqualTo(new ExpiredRows.Batch(0, false));
        change(lately, "sweep_at = sweep_at - interval '1 hour'");
        assertThat(rows.forget(100).gone()).isEqualTo(1);
    }

    @Test
    void oneThatWasRefreshedIsLookedAtAgainWhenItCouldBeOver() {
        UUID id = needed();
        rows.forget(100);
        assertThat(TestPostgres.query(
                        "SELECT 1 FROM identity.sessions WHERE id = '%s' AND sweep_at = refresh_until".formatted(id)))
                .hasSize(1);
    }

    @Test
    void anOpenedOneIsNotLookedAtBeforeItCouldBeOver() {
        Session session = Samples.session(user);
        sessions.open(session, 1_000);
        assertThat(rows.forget(100)).isEqualTo(new ExpiredRows.Batch(0, false));
        assertThat(isThere(session.id().value())).isTrue();
    }

    @Test
    void oneThatSomebodyHasLockedIsLeftForTheNextTime() {
        UUID locked = over();
        UUID free = over();
        TestPostgres.unitOfWork().run(() -> {
            assertThat(sessions.lock(new SessionId(locked))).isPresent();
            return CompletableFuture.supplyAsync(() -> rows.forget(100))
                    .orTimeout(5, TimeUnit.SECONDS)
                    .join();
        });
        assertThat(List.of(isThere(locked), isThere(free))).containsExactly(true, false);
        assertThat(rows.forget(100).gone()).isEqualTo(1);
    }

    @Test
    void whatEndedLatelyIsThereForWhoeverSpreadsIt() {
        Session session = Samples.session(user);
        sessions.open(session, 1_000);
        sessions.save(session.end(EndReason.LOGOUT));
        change(session.id().value(), "sweep_at = now(), refresh_until = now()");
        rows.forget(100);
        assertThat(sessions.listEnded(Duration.ofMinutes(61))).contains(Samples.ended(session));
    }
}
