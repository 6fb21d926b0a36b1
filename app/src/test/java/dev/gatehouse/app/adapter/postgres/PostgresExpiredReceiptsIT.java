package dev.gatehouse.app.adapter.postgres;

import dev.gatehouse.identity.port.ExpiredRows;
import dev.gatehouse.identity.port.ExpiredRowsContract;
import java.util.UUID;

final class PostgresExpiredReceiptsIT implements ExpiredRowsContract {

    private final PostgresExpiredRows rows = PostgresExpiredRows.ofReceipts(TestPostgres.jdbc());

    @Override
    public ExpiredRows rows() {
        return rows;
    }

    private static UUID erased(String at) {
        return UUID.fromString(TestPostgres.query("""
                WITH erasure AS (
                    INSERT INTO privacy.erasures (id, requested_at, due_at, erased_at)
                    VALUES (gen_random_uuid(), %1$s, %1$s, %1$s) RETURNING id
                )
                SELECT id FROM erasure
                """.formatted(at)).getFirst());
    }

    @Override
    public UUID over() {
        return erased("now() - interval '1 year'");
    }

    @Override
    public UUID needed() {
        return erased("now() - interval '364 days'");
    }

    @Override
    public boolean isThere(UUID id) {
        return !TestPostgres.query("SELECT 1 FROM privacy.erasures WHERE id = '%s'".formatted(id))
                .isEmpty();
    }
}
