package dev.gatehouse.app.adapter.postgres;

import dev.gatehouse.identity.model.Samples;
import dev.gatehouse.identity.model.User;
import dev.gatehouse.identity.port.ExpiredRows;
import dev.gatehouse.identity.port.ExpiredRowsContract;
import java.util.UUID;

final class PostgresExpiredSecondFactorsIT implements ExpiredRowsContract {

    private final PostgresExpiredRows rows = PostgresExpiredRows.ofSecondFactors(TestPostgres.jdbc());
    private final PostgresUserRepository users = new PostgresUserRepository(TestPostgres.jdbc());
    private boolean on = true;

    @Override
    public ExpiredRows rows() {
        return rows;
    }

    private UUID made(String at, String enabledAt) {
        User user = Samples.user();
        users.insert(user);
        return UUID.fromString(
                TestPostgres.query("""
                INSERT INTO identity.second_factors (user_id, id, last_step, made_at, enabled_at, key_id, sealed_secret)
                VALUES ('%s', gen_random_uuid(), 0, %s, %s, '', '') RETURNING user_id
                """.formatted(user.id(), at, enabledAt)).getFirst());
    }

    @Override
    public UUID over() {
        return made("now() - interval '60 minutes'", "NULL");
    }

    /** One that is on, and one that may still be confirmed, by turns. */
    @Override
    public UUID needed() {
        on = !on;
        return on ? made("now() - interval '1 year'", "now()") : made("now() - interval '59 minutes'", "NULL");
    }

    @Override
    public boolean isThere(UUID id) {
        return !TestPostgres.query("SELECT 1 FROM identity.second_factors WHERE user_id = '%s'".formatted(id))
                .isEmpty();
    }
}
