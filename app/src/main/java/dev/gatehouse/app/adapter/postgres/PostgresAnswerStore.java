package dev.gatehouse.app.adapter.postgres;

import dev.gatehouse.idempotency.model.Answer;
import dev.gatehouse.idempotency.model.NamedRequest;
import dev.gatehouse.idempotency.port.AnswerStore;
import dev.gatehouse.idempotency.port.AnswerStoreUnavailable;
import dev.gatehouse.identity.model.MasterKey;
import io.micronaut.data.jdbc.runtime.JdbcOperations;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;

/** Answers as rows, which show neither who asked nor what was answered. */
public final class PostgresAnswerStore implements AnswerStore {

    /**
     * Of a row that another transaction has inserted and not committed, Postgres waits to hear. One whose time is over is
     * as one that is not there.
     */
    private static final String BEGIN = """
            INSERT INTO idempotency.answers AS known (id, fingerprint, kept_until)
            VALUES (?, ?, now() + ?::interval)
            ON CONFLICT (id) DO UPDATE
            SET fingerprint = excluded.fingerprint, kept_until = excluded.kept_until, answer = NULL
            WHERE known.kept_until <= now() OR known.answer IS NULL
            RETURNING true AS begun
            """;

    private static final String FIND = "SELECT fingerprint, answer FROM idempotency.answers WHERE id = ?";

    private static final String KEEP = "UPDATE idempotency.answers SET answer = ? WHERE id = ?";

    private final Database database;
    private final RowSeal seal;

    public PostgresAnswerStore(JdbcOperations jdbc, MasterKey masterKey) {
        database = new Database(jdbc, AnswerStoreUnavailable::new);
        seal = new RowSeal(masterKey, "idempotent-answer/v1", "answer");
    }

    @Override
    public Optional<Kept> begin(NamedRequest request, String fingerprint, Duration life) {
        String id = request.digest();
        boolean begun = database.find(BEGIN, row -> row.getBoolean("begun"), id, fingerprint, life.toString())
                .isPresent();
        return begun ? Optional.empty() : database.find(FIND, row -> read(row, id), id);
    }

    @Override
    public void keep(NamedRequest request, Answer answer) {
        String id = request.digest();
        database.update(KEEP, seal.seal(id, answer.text().getBytes(StandardCharsets.UTF_8)), id);
    }

    private Kept read(ResultSet row, String id) throws SQLException {
        byte[] answer = seal.open(id, row.getBytes("answer"));
        return new Kept(row.getString("fingerprint"), Answer.read(new String(answer, StandardCharsets.UTF_8)));
    }
}
