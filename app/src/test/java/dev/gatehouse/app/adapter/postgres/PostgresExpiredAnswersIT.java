package dev.gatehouse.app.adapter.postgres;

import dev.gatehouse.identity.port.ExpiredRows;
import dev.gatehouse.identity.port.ExpiredRowsContract;
import java.util.UUID;

final class PostgresExpiredAnswersIT implements ExpiredRowsContract {

    private final PostgresExpiredRows rows = PostgresExpiredRows.ofAnswers(TestPostgres.jdbc());

    @Override
    public ExpiredRows rows() {
        return rows;
    }

    private static UUID answered(String until) {
        return UUID.fromString(TestPostgres.query("""
                INSERT INTO idempotency.answers (id, fingerprint, kept_until)
                VALUES (gen_random_uuid(), '', %s) RETURNING id
                """.formatted(until)).getFirst());
    }

    @Override
    public UUID over() {
        return answered("now()");
    }

    @Override
    public UUID needed() {
        return answered("now() + interval '1 minute'");
    }

    @Override
    public boolean isThere(UUID id) {
        return !TestPostgres.query("SELECT 1 FROM idempotency.answers WHERE id = '%s'".formatted(id))
                .isEmpty();
    }
}
