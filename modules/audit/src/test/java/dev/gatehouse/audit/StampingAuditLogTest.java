package dev.gatehouse.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gatehouse.events.UnitOfWork;
import dev.gatehouse.events.UnitOfWorkUnavailable;
import java.util.List;
import org.junit.jupiter.api.Test;

final class StampingAuditLogTest implements AuditLogContract {

    private static final Origin REQUEST = new Origin("request-1", "192.0.2.1", "agent");

    private final InMemoryAudit all = new InMemoryAudit();

    @Override
    public AuditLog log() {
        return all.log;
    }

    @Override
    public UnitOfWork work() {
        return all.work;
    }

    @Override
    public List<Fact> kept() {
        all.write();
        return all.facts();
    }

    @Test
    void theTimeAndTheRequestArePartOfAnEntry() {
        all.origins.set(REQUEST);
        log().record(Fact.denied(Action.LOG_IN, "locked"));
        all.origins.set(Origin.NONE);
        all.write();
        assertThat(all.stored()).singleElement().satisfies(entry -> {
            assertThat(entry.origin()).isEqualTo(REQUEST);
            assertThat(entry.at()).isEqualTo(all.clock.instant());
        });
    }

    @Test
    void aChangeWithoutItsFactIsNone() {
        all.store.failing(true);
        assertThatThrownBy(() -> work().run(() -> {
                    log().record(Fact.done(Action.LOG_OUT));
                    return "never";
                }))
                .isInstanceOf(UnitOfWorkUnavailable.class);
    }

    @Test
    void aRefusalDoesNotWaitForTheStore() {
        all.store.failing(true);
        log().record(Fact.denied(Action.LOG_IN, "locked"));
        all.store.failing(false);
        assertThat(kept()).hasSize(1);
    }
}
