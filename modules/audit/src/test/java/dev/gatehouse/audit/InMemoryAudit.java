package dev.gatehouse.audit;

import dev.gatehouse.events.InMemoryUnitOfWork;
import dev.gatehouse.events.MutableClock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;

/** All of audit, over fakes that share one unit of work and one clock. */
final class InMemoryAudit {

    static final int ROOM = WriteBacklog.MOST + 450;
    static final int OF_A_KIND = 3;
    static final int OF_ALL = 9;

    final MutableClock clock = new MutableClock(Instant.parse("2026-01-02T03:04:05Z"));
    final InMemoryUnitOfWork work = new InMemoryUnitOfWork();
    final InMemoryAuditStore store = new InMemoryAuditStore(work);
    final FixedOrigins origins = new FixedOrigins();
    final Backlog backlog = new Backlog(ROOM);
    private final AtomicLong ids = new AtomicLong();
    private final Stamp stamp = new Stamp(() -> new UUID(0, ids.incrementAndGet()), clock);

    final StampingAuditLog log = new StampingAuditLog(store, backlog, work, origins, stamp);
    final WriteBacklog writeBacklog = new WriteBacklog(backlog, store, stamp);
    final RecordAction recordAction = new RecordAction(log, work);
    final RecordDenial recordDenial = new RecordDenial(backlog, thinning(OF_A_KIND), thinning(OF_ALL), stamp);

    private Thinning thinning(int most) {
        return new Thinning(most, Duration.ofMinutes(1), clock);
    }

    WriteBacklog.Result write() {
        return writeBacklog.handle(new WriteBacklog.Command());
    }

    /** What the store has, in its order. */
    List<AuditEntry> stored() {
        return store.list(AuditQuery.ALL, null, 9_999).reversed();
    }

    List<Fact> facts() {
        return stored().stream().map(AuditEntry::fact).toList();
    }
}
