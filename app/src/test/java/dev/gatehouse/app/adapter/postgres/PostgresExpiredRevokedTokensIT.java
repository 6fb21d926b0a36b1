package dev.gatehouse.app.adapter.postgres;

import dev.gatehouse.identity.port.ExpiredRows;
import dev.gatehouse.identity.port.ExpiredRowsContract;
import java.util.UUID;

final class PostgresExpiredRevokedTokensIT implements ExpiredRowsContract {

    private final PostgresExpiredRows rows = PostgresExpiredRows.ofRevokedTokens(TestPostgres.jdbc());

    @Override
    public ExpiredRows rows() {
        return rows;
    }

    private static UUID revoked(String until) {
        return UUID.fromString(TestPostgres.query("""
                INSERT INTO identity.revoked_tokens (id, user_id, until)
                VALUES (gen_random_uuid(), gen_random_uuid(), %s) RETURNING id
                """.formatted(until)).getFirst());
    }

    @Override
    public UUID over() {
        return revoked("now() - interval '60 minutes'");
    }

    @Override
    public UUID needed() {
        return revoked("now() - interval '59 minutes'");
    }

    @Override
    public boolean isThere(UUID id) {
        return !TestPostgres.query("SELECT 1 FROM identity.revoked_tokens WHERE id = '%s'".formatted(id))
                .isEmpty();
    }
}
