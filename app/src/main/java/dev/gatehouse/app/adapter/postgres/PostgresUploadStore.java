package dev.gatehouse.app.adapter.postgres;

import dev.gatehouse.identity.model.UserId;
import dev.gatehouse.media.model.ImageType;
import dev.gatehouse.media.model.Upload;
import dev.gatehouse.media.model.Upload.State;
import dev.gatehouse.media.model.UploadId;
import dev.gatehouse.media.model.UploadPolicy;
import dev.gatehouse.media.port.UploadStore;
import dev.gatehouse.media.port.UploadStoreUnavailable;
import io.micronaut.data.jdbc.runtime.JdbcOperations;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Uploads as rows, counted under a lock of their user's. */
public final class PostgresUploadStore implements UploadStore {

    private static final String COLUMNS =
            "id, user_id, image_type, content_length, created_at, expires_at, state, claimed_until";

    /** A statement of its own: the one that counts would see the rows as they were before it waited. */
    private static final String LOCK = "SELECT pg_advisory_xact_lock(hashtextextended('media.uploads', ?))";

    /** Counts first: when there is an open place again, and when another day; null where there is one. */
    private static final String OPEN = """
            WITH counted AS (
                SELECT CASE WHEN count(*) FILTER (WHERE open) >= ? THEN min(expires_at) FILTER (WHERE open) END AS place,
                    CASE WHEN count(*) >= ? THEN min(created_at) + interval '1 day' END AS day
                FROM (SELECT *, state = 'OPEN' AND expires_at > ? AS open FROM media.uploads
                    WHERE user_id = ? AND created_at > ?) AS recent
            ), opened AS (
                INSERT INTO media.uploads (id, user_id, image_type, content_length, created_at, expires_at, state,
                    claimed_until, sweep_at)
                SELECT ?, ?, ?, ?, ?, ?, ?, CAST(? AS timestamptz), ? FROM counted WHERE greatest(place, day) IS NULL
            )
            SELECT greatest(place, day) AS free FROM counted
            """;

    private static final String CLAIM = """
            UPDATE media.uploads SET claimed_until = ?
            WHERE id = ? AND user_id = ? AND state = 'OPEN' AND expires_at > ?
                AND (claimed_until IS NULL OR claimed_until <= ?)
            RETURNING
            """ + COLUMNS;

    private static final String FIND = "SELECT " + COLUMNS + " FROM media.uploads WHERE id = ? AND user_id = ?";

    private static final String END = """
            UPDATE media.uploads SET state = ?, claimed_until = NULL
            WHERE id = ? AND state = 'OPEN' AND claimed_until = CAST(? AS timestamptz)
            """;

    private static final String SWEEPABLE = """
            UPDATE media.uploads SET sweep_at = ?, claimed_until = NULL
            WHERE id IN (SELECT id FROM media.uploads WHERE sweep_at <= ? ORDER BY sweep_at LIMIT ?
                FOR UPDATE SKIP LOCKED)
            RETURNING
            """ + COLUMNS;

    private static final String SWEPT = "UPDATE media.uploads SET sweep_at = NULL WHERE id = ANY (?)";

    private static final String FORGET = "DELETE FROM media.uploads WHERE sweep_at IS NULL AND created_at < ?";

    private final Database database;

    public PostgresUploadStore(JdbcOperations jdbc) {
        database = new Database(jdbc, UploadStoreUnavailable::new);
    }

    @Override
    public Optional<Instant> open(Upload upload, UploadPolicy policy) {
        database.list(LOCK, row -> true, upload.user().value().getLeastSignificantBits());
        return database.list(
                        OPEN,
                        PostgresUploadStore::free,
                        policy.open(),
                        policy.daily(),
                        upload.createdAt(),
                        upload.user().value(),
                        upload.createdAt().minus(UploadPolicy.DAY),
                        upload.id().value(),
                        upload.user().value(),
                        upload.type(),
                        upload.length(),
                        upload.createdAt(),
                        upload.expiresAt(),
                        upload.state(),
                        upload.claimedUntil(),
                        upload.sweepAt())
                .getFirst();
    }

    @Override
    public Claiming claim(UserId user, UploadId id, Instant now, Instant until) {
        return database.find(CLAIM, PostgresUploadStore::read, until, id.value(), user.value(), now, now)
                .<Claiming>map(Claiming.Claimed::new)
                .orElseGet(() -> unclaimable(user, id, now));
    }

    private Claiming unclaimable(UserId user, UploadId id, Instant now) {
        return database.find(FIND, PostgresUploadStore::read, id.value(), user.value())
                .<Claiming>map(upload -> switch (upload.state()) {
                    case PROMOTED -> new Claiming.Promoted();
                    case REFUSED -> new Claiming.Unknown();
                    case OPEN -> now.isBefore(upload.expiresAt()) ? new Claiming.Taken() : new Claiming.Unknown();
                })
                .orElseGet(Claiming.Unknown::new);
    }

    @Override
    public boolean end(Upload claimed, State state) {
        return database.update(END, state, claimed.id().value(), claimed.claimedUntil()) == 1;
    }

    @Override
    public List<Upload> sweepable(Instant now, Instant until, int most) {
        return database.list(SWEEPABLE, PostgresUploadStore::read, until, now, most);
    }

    @Override
    public void swept(Collection<UploadId> ids) {
        database.update(SWEPT, (Object) ids.stream().map(UploadId::value).toArray(UUID[]::new));
    }

    @Override
    public void forget(Instant openedBefore) {
        database.update(FORGET, openedBefore);
    }

    private static Optional<Instant> free(ResultSet row) throws SQLException {
        return Optional.ofNullable(instant(row, "free"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class) == null ? null : Database.instant(row, column);
    }

    private static Upload read(ResultSet row) throws SQLException {
        return new Upload(
                new UploadId(row.getObject("id", UUID.class)),
                new UserId(row.getObject("user_id", UUID.class)),
                ImageType.valueOf(row.getString("image_type")),
                row.getLong("content_length"),
                Database.instant(row, "created_at"),
                Database.instant(row, "expires_at"),
                State.valueOf(row.getString("state")),
                instant(row, "claimed_until"));
    }
}
