package dev.gatehouse.audit;

import dev.gatehouse.events.InMemoryUnitOfWork;
import dev.gatehouse.privacy.PersonalData;
import dev.gatehouse.privacy.PersonalDataContract;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

final class AuditTracesTest implements PersonalDataContract {

    private final InMemoryAuditStore store = new InMemoryAuditStore(new InMemoryUnitOfWork());

    @Override
    public PersonalData data() {
        return new AuditTraces(store);
    }

    @Override
    public UUID somebody() {
        UUID person = UUID.randomUUID();
        store.append(List.of(new AuditEntry(
                UUID.randomUUID(),
                Instant.EPOCH,
                Fact.done(Action.LOG_IN).of(person),
                new Origin("request-1", "192.0.2.1", "Browser/1.0"))));
        return person;
    }

    @Override
    public void down(boolean isDown) {
        store.failing(isDown);
    }
}
