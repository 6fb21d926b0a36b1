package dev.gatehouse.media.port;

import dev.gatehouse.events.InMemoryUnitOfWork;
import dev.gatehouse.identity.model.UserId;
import dev.gatehouse.media.model.Upload;
import dev.gatehouse.media.model.Upload.State;
import dev.gatehouse.media.model.UploadId;
import dev.gatehouse.media.model.UploadPolicy;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Uploads in a table of the in-memory unit of work, which can be told to be out of reach. */
public final class InMemoryUploadStore implements UploadStore {

    /**
     * @param sweepAt null once it was swept
     */
    private record Row(Upload upload, @Nullable Instant sweepAt) {}

    private final InMemoryUnitOfWork work;
    private final Map<UploadId, Row> rows;
    private volatile boolean down;

    public InMemoryUploadStore(InMemoryUnitOfWork work) {
        this.work = work;
        rows = work.table();
    }

    /** From now on everything fails, or works again. */
    public void down(boolean isDown) {
        down = isDown;
    }

    @Override
    public Optional<Instant> open(Upload upload, UploadPolicy policy) {
        return run(() -> {
            Instant now = upload.createdAt();
            Optional<Instant> free = Stream.of(
                            free(upload, policy.open(), of -> of.state() == State.OPEN, Upload::expiresAt),
                            free(upload, policy.daily(), of -> true, of -> of.createdAt()
                                    .plus(UploadPolicy.DAY)))
                    .flatMap(Optional::stream)
                    .max(Instant::compareTo);
            if (free.isEmpty()) {
                rows.put(upload.id(), new Row(upload, upload.sweepAt()));
            }
            return free.filter(now::isBefore);
        });
    }

    /** When the first of those that count no longer does, if there are so many. */
    private Optional<Instant> free(Upload next, int most, Predicate<Upload> counts, Function<Upload, Instant> end) {
        List<Instant> ends = rows.values().stream()
                .map(Row::upload)
                .filter(upload -> upload.user().equals(next.user()))
                .filter(counts)
                .map(end)
                .filter(next.createdAt()::isBefore)
                .sorted()
                .toList();
        return ends.size() < most ? Optional.empty() : Optional.of(ends.getFirst());
    }

    @Override
    public Claiming claim(UserId user, UploadId id, Instant now, Instant until) {
        return run(() -> {
            Row row = rows.get(id);
            if (row == null || !row.upload().user().equals(user)) {
                return new Claiming.Unknown();
            }
            Upload upload = row.upload();
            Instant claimedUntil = upload.claimedUntil();
            return switch (upload.state()) {
                case PROMOTED -> new Claiming.Promoted();
                case REFUSED -> new Claiming.Unknown();
                case OPEN -> {
                    if (!now.isBefore(upload.expiresAt())) {
                        yield new Claiming.Unknown();
                    }
                    if (claimedUntil != null && now.isBefore(claimedUntil)) {
                        yield new Claiming.Taken();
                    }
                    rows.put(id, new Row(upload.claimed(until), row.sweepAt()));
                    yield new Claiming.Claimed(upload.claimed(until));
                }
            };
        });
    }

    @Override
    public boolean end(Upload claimed, State state) {
        return run(() -> {
            Row row = rows.get(claimed.id());
            boolean stands = row != null
                    && row.upload().state() == State.OPEN
                    && row.upload().claimedUntil() != null
                    && Objects.equals(row.upload().claimedUntil(), claimed.claimedUntil());
            if (row != null && stands) {
                rows.put(claimed.id(), new Row(unclaimed(claimed, state), row.sweepAt()));
            }
            return stands;
        });
    }

    private static Upload unclaimed(Upload upload, State state) {
        return new Upload(
                upload.id(),
                upload.user(),
                upload.type(),
                upload.length(),
                upload.createdAt(),
                upload.expiresAt(),
                state,
                null);
    }

    @Override
    public List<Upload> sweepable(Instant now, Instant until, int most) {
        return run(() -> {
            List<Upload> due = rows.values().stream()
                    .filter(row -> row.sweepAt() != null && !now.isBefore(row.sweepAt()))
                    .map(row -> unclaimed(row.upload(), row.upload().state()))
                    .limit(most)
                    .toList();
            due.forEach(upload -> rows.put(upload.id(), new Row(upload, until)));
            return due;
        });
    }

    @Override
    public void swept(Collection<UploadId> ids) {
        run(() -> {
            ids.forEach(id -> rows.computeIfPresent(id, (same, row) -> new Row(row.upload(), null)));
            return true;
        });
    }

    @Override
    public void forget(Instant openedBefore) {
        run(() -> rows.values()
                .removeIf(
                        row -> row.sweepAt() == null && row.upload().createdAt().isBefore(openedBefore)));
    }

    private <T> T run(Supplier<T> change) {
        if (down) {
            throw new UploadStoreUnavailable(new IllegalStateException("told to be down"));
        }
        return work.run(change);
    }
}
