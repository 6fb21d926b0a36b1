package dev.gatehouse.identity.port;

import dev.gatehouse.events.InMemoryUnitOfWork;
import dev.gatehouse.identity.model.RevokedToken;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Revoked tokens in a table of the in-memory unit of work, that can be told to fail. */
public final class InMemoryRevokedTokens implements RevokedTokens {

    private record Row(RevokedToken token, Instant at, int order) {}

    private static final int MOST = 10_000;

    private final InMemoryUnitOfWork work;
    private final Clock clock;
    private final Map<UUID, Row> rows;
    private volatile boolean failing;

    InMemoryRevokedTokens(InMemoryUnitOfWork work, Clock clock) {
        this.work = work;
        this.clock = clock;
        rows = work.table();
    }

    /** From now on every call fails, or succeeds again. */
    public void failing(boolean failing) {
        this.failing = failing;
    }

    @Override
    public void revoke(RevokedToken token) {
        answer();
        work.run(() -> Optional.ofNullable(rows.putIfAbsent(token.id(), new Row(token, clock.instant(), rows.size()))));
    }

    @Override
    public Optional<RevokedToken> find(UUID id) {
        answer();
        return work.run(() -> Optional.ofNullable(rows.get(id)).map(Row::token));
    }

    @Override
    public List<RevokedToken> listRevoked(Duration within) {
        answer();
        Instant since = clock.instant().minus(within);
        return work.run(() -> rows.values().stream()
                .filter(row -> row.at().isAfter(since))
                .sorted(Comparator.comparingInt(Row::order).reversed())
                .limit(MOST)
                .map(Row::token)
                .toList());
    }

    private void answer() {
        if (failing) {
            throw new StoreUnavailable(new IllegalStateException("told to fail"));
        }
    }
}
