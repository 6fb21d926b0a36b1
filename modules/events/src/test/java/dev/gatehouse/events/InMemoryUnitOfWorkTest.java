package dev.gatehouse.events;

import java.util.List;
import java.util.UUID;

final class InMemoryUnitOfWorkTest implements UnitOfWorkContract {

    private final InMemoryUnitOfWork work = new InMemoryUnitOfWork();
    private final InMemoryEventLog log = new InMemoryEventLog(work);

    @Override
    public UnitOfWork work() {
        return work;
    }

    @Override
    public EventLog log() {
        return log;
    }

    @Override
    public List<Event> committed(UUID subject) {
        return log.of(subject);
    }
}
