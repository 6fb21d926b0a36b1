package dev.gatehouse.idempotency.port;

import dev.gatehouse.events.InMemoryUnitOfWork;
import dev.gatehouse.idempotency.model.Answer;
import dev.gatehouse.idempotency.model.NamedRequest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Answers in a table of the in-memory unit of work; whoever begins waits for the unit under way. */
public final class InMemoryAnswerStore implements AnswerStore {

    private record Row(
            String fingerprint, Instant until, @Nullable Answer answer) {}

    private final InMemoryUnitOfWork work;
    private final Map<NamedRequest, Row> rows;
    private final Clock clock;

    public InMemoryAnswerStore(InMemoryUnitOfWork work, Clock clock) {
        this.work = work;
        this.rows = work.table();
        this.clock = clock;
    }

    @Override
    public Optional<Kept> begin(NamedRequest request, String fingerprint, Duration life) {
        return work.run(() -> {
            Row row = rows.get(request);
            Instant now = clock.instant();
            if (row != null && row.answer() != null && now.isBefore(row.until())) {
                return Optional.of(new Kept(row.fingerprint(), row.answer()));
            }
            rows.put(request, new Row(fingerprint, now.plus(life), null));
            return Optional.empty();
        });
    }

    @Override
    public void keep(NamedRequest request, Answer answer) {
        work.run(() -> {
            Row begun = Objects.requireNonNull(rows.get(request));
            return Optional.ofNullable(rows.put(request, new Row(begun.fingerprint(), begun.until(), answer)));
        });
    }
}
