package dev.gatehouse.app.adapter.postgres;

import dev.gatehouse.events.UnitOfWorkUnavailable;
import dev.gatehouse.privacy.Erasure;
import dev.gatehouse.privacy.Erasure.Purged;
import dev.gatehouse.privacy.Erasures;
import io.micronaut.data.jdbc.runtime.JdbcOperations;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Wishes as rows, and a row for each place that is purged. */
public final class PostgresErasures implements Erasures {

    private static final String REQUEST = """
            INSERT INTO privacy.erasures (id, person, requested_at, due_at) VALUES (?, ?, ?, ?)
            ON CONFLICT (person) DO NOTHING
            """;

    /** A row for each place, or one without where none is purged. */
    private static final String FIND = """
            SELECT e.id, e.person, e.requested_at, e.due_at, e.erased_at, p.place, p.things, p.purged_at
            FROM %s e LEFT JOIN privacy.purges p ON p.erasure = e.id
            WHERE %s ORDER BY p.purged_at, p.place
            """;

    private static final String FIND_OF = FIND.formatted("privacy.erasures", "e.person = ?");

    private static final String FIND_BY_ID = FIND.formatted("privacy.erasures", "e.id = ?");

    private static final String UNDO = """
            DELETE FROM privacy.erasures e WHERE person = ? AND (claimed_until IS NULL OR claimed_until <= ?)
                AND NOT EXISTS (SELECT FROM privacy.purges p WHERE p.erasure = e.id)
            """;

    private static final String CLAIM = """
            WITH claimed AS (
                UPDATE privacy.erasures SET claimed_until = ? WHERE id = (
                    SELECT id FROM privacy.erasures
                    WHERE erased_at IS NULL AND due_at <= ? AND (claimed_until IS NULL OR claimed_until <= ?)
                    ORDER BY due_at LIMIT 1 FOR UPDATE SKIP LOCKED)
                RETURNING *
            )
            """ + FIND.formatted("claimed", "true");

    private static final String NOTE = """
            INSERT INTO privacy.purges (erasure, place, things, purged_at) VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING
            """;

    private static final String FINISH =
            "UPDATE privacy.erasures SET person = NULL, erased_at = ? WHERE id = ? AND erased_at IS NULL";

    /** What a row says of the wish, and of one place. */
    private record Row(Erasure wish, @Nullable Purged place) {}

    private final Database database;

    public PostgresErasures(JdbcOperations jdbc) {
        database = new Database(jdbc, UnitOfWorkUnavailable::new);
    }

    @Override
    public boolean request(Erasure wish) {
        return database.update(REQUEST, wish.id(), wish.person(), wish.requestedAt(), wish.dueAt()) == 1;
    }

    @Override
    public Optional<Erasure> findOf(UUID person) {
        return joined(database.list(FIND_OF, PostgresErasures::read, person));
    }

    @Override
    public Optional<Erasure> find(UUID id) {
        return joined(database.list(FIND_BY_ID, PostgresErasures::read, id));
    }

    @Override
    public boolean undo(UUID person, Instant now) {
        return database.update(UNDO, person, now) == 1;
    }

    @Override
    public Optional<Erasure> claim(Instant now, Instant until) {
        return joined(database.list(CLAIM, PostgresErasures::read, until, now, now));
    }

    @Override
    public void note(UUID id, Purged place) {
        database.update(NOTE, id, place.name(), place.things(), place.at());
    }

    @Override
    public void finish(UUID id, Instant now) {
        database.update(FINISH, now, id);
    }

    private static Optional<Erasure> joined(List<Row> rows) {
        List<Purged> places =
                rows.stream().map(Row::place).filter(Objects::nonNull).toList();
        return rows.stream()
                .findFirst()
                .map(Row::wish)
                .map(wish -> new Erasure(
                        wish.id(), wish.person(), wish.requestedAt(), wish.dueAt(), wish.erasedAt(), places));
    }

    private static Row read(ResultSet row) throws SQLException {
        var wish = new Erasure(
                row.getObject("id", UUID.class),
                row.getObject("person", UUID.class),
                Database.instant(row, "requested_at"),
                Database.instant(row, "due_at"),
                row.getObject("erased_at") == null ? null : Database.instant(row, "erased_at"),
                List.of());
        String place = row.getString("place");
        return new Row(
                wish,
                place == null ? null : new Purged(place, row.getInt("things"), Database.instant(row, "purged_at")));
    }
}
