package dev.gatehouse.audit;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gatehouse.events.InMemoryUnitOfWork;
import dev.gatehouse.events.UnitOfWork;
import dev.gatehouse.events.UnitOfWorkUnavailable;
import org.junit.jupiter.api.Test;

final class InMemoryAuditStoreTest implements AuditStoreContract, TracedOriginsContract {

    private final InMemoryUnitOfWork work = new InMemoryUnitOfWork();
    private final InMemoryAuditStore store = new InMemoryAuditStore(work);

    @Override
    public AuditStore store() {
        return store;
    }

    @Override
    public TracedOrigins origins() {
        return store;
    }

    @Override
    public UnitOfWork work() {
        return work;
    }

    @Test
    void itFailsWhenToldTo() {
        store.failing(true);
        assertThatThrownBy(() -> store.list(AuditQuery.ALL, null, 1)).isInstanceOf(UnitOfWorkUnavailable.class);
    }
}
