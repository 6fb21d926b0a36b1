package dev.gatehouse.audit;

import dev.gatehouse.events.InMemoryUnitOfWork;
import dev.gatehouse.events.UnitOfWork;
import java.util.List;

final class InMemoryAuditLogTest implements AuditLogContract {

    private final InMemoryUnitOfWork work = new InMemoryUnitOfWork();
    private final InMemoryAuditLog log = new InMemoryAuditLog(work);

    @Override
    public AuditLog log() {
        return log;
    }

    @Override
    public UnitOfWork work() {
        return work;
    }

    @Override
    public List<Fact> kept() {
        return log.facts();
    }
}
