package dev.gatehouse.app.adapter.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.events.UnitOfWork;
import dev.gatehouse.identity.model.Samples;
import dev.gatehouse.identity.model.User;
import dev.gatehouse.identity.port.IUserRepository;
import dev.gatehouse.identity.port.RevokedTokens;
import dev.gatehouse.identity.port.SessionDirectory;
import dev.gatehouse.identity.port.SessionDirectoryContract;
import dev.gatehouse.identity.port.SessionStore;
import java.time.Clock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class PostgresSessionDirectoryIT implements SessionDirectoryContract {

    private final PostgresSessionDirectory directory =
            new PostgresSessionDirectory(TestPostgres.jdbc(), Clock.systemUTC());

    @AfterEach
    void nothingIsLeft() {
        TestPostgres.query("TRUNCATE identity.sessions");
    }

    @Override
    public SessionDirectory directory() {
        return directory;
    }

    @Override
    public SessionStore sessions() {
        return new PostgresSessionStore(TestPostgres.jdbc(), Clock.systemUTC());
    }

    @Override
    public RevokedTokens tokens() {
        return new PostgresRevokedTokens(TestPostgres.jdbc());
    }

    @Override
    public IUserRepository users() {
        return new PostgresUserRepository(TestPostgres.jdbc());
    }

    @Override
    public UnitOfWork work() {
        return TestPostgres.unitOfWork();
    }

    private static void tenThousandSessions(int more) {
        User user = Samples.user();
        new PostgresUserRepository(TestPostgres.jdbc()).insert(user);
        TestPostgres.query("""
                INSERT INTO identity.sessions (id, user_id, epoch, counter, user_agent, address, created_at, rotated_at,
                    refresh_until, expires_at)
                SELECT gen_random_uuid(), '%s', 0, 0, '', '', now(), now(), 'infinity', 'infinity'
                FROM generate_series(1, 10000 + %d)
                """.formatted(user.id(), more));
    }

    @Test
    void beyondTenThousandItTellsWhatTheDatabaseReckonsAndNoLess() {
        tenThousandSessions(5_000);
        assertThat(directory.count().live()).isBetween(10_000L, 17_000L);
        TestPostgres.query("ANALYZE identity.sessions");
        assertThat(directory.count().live()).isBetween(14_000L, 17_000L);
    }

    @Test
    void itLooksNoFurtherThanTenThousandAlongTheIndexOfThoseThatLive() {
        tenThousandSessions(20_000);
        TestPostgres.query("ANALYZE identity.sessions");
        assertThat(TestPostgres.query("""
                        EXPLAIN SELECT FROM identity.sessions WHERE ended_at IS NULL AND refresh_until > now()
                        ORDER BY user_id LIMIT 10000
                        """)).anyMatch(line -> line.contains("Index Scan using sessions_live"));
    }
}
