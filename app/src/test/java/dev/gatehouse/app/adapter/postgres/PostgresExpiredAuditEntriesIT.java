package dev.gatehouse.app.adapter.postgres;

import dev.gatehouse.devservices.PostgresServer;
import dev.gatehouse.identity.port.ExpiredRows;
import dev.gatehouse.identity.port.ExpiredRowsContract;
import io.micronaut.context.ApplicationContext;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;

/** In a database of its own: what other tests wrote long ago would be swept with it. */
final class PostgresExpiredAuditEntriesIT implements ExpiredRowsContract {

    private static final String DATABASE = "forgetful";
    private static final ApplicationContext CONTEXT = TestPostgres.freshDatabase(DATABASE);

    private final PostgresExpiredRows rows =
            PostgresExpiredRows.ofAuditEntries(TestPostgres.jdbc(CONTEXT), Duration.ofDays(30));

    @AfterAll
    static void stop() {
        CONTEXT.close();
    }

    @Override
    public ExpiredRows rows() {
        return rows;
    }

    private static UUID entry(String age) {
        return UUID.fromString(query("""
                INSERT INTO audit.entries (id, occurred_at, action, outcome, data)
                VALUES (gen_random_uuid(), now() - interval '%s', 'LOG_OUT', 'DONE', '{}') RETURNING id
                """.formatted(age)).getFirst());
    }

    private static List<String> query(String sql) {
        return TestPostgres.query(TestPostgres.url(DATABASE), PostgresServer.USER, sql);
    }

    @Override
    public UUID over() {
        return entry("30 days");
    }

    @Override
    public UUID needed() {
        return entry("29 days 23 hours");
    }

    @Override
    public boolean isThere(UUID id) {
        return !query("SELECT 1 FROM audit.entries WHERE id = '%s'".formatted(id))
                .isEmpty();
    }
}
