package dev.gatehouse.events;

import java.time.Duration;
import java.time.Instant;

final class InMemoryDeliveriesTest implements DeliveriesContract, DeadLettersContract, SubjectDeliveriesContract {

    private final MutableClock clock = new MutableClock(Instant.parse("2026-01-03T00:00:00Z"));
    private final InMemoryUnitOfWork work = new InMemoryUnitOfWork();
    private final InMemoryEventLog log = new InMemoryEventLog(work);
    private final InMemoryDeliveries deliveries = new InMemoryDeliveries(work, log, clock);

    @Override
    public UnitOfWork work() {
        return work;
    }

    @Override
    public EventLog log() {
        return log;
    }

    @Override
    public Deliveries deliveries() {
        return deliveries;
    }

    @Override
    public DeadLetters deadLetters() {
        return deliveries;
    }

    @Override
    public SubjectDeliveries subjects() {
        return deliveries;
    }

    @Override
    public void pass(Duration time) {
        clock.advance(time);
    }
}
