package dev.gatehouse.events;

import java.time.Duration;
import java.time.Instant;

final class InMemoryInboxTest implements InboxContract {

    private final MutableClock clock = new MutableClock(Instant.parse("2026-01-03T00:00:00Z"));
    private final InMemoryUnitOfWork work = new InMemoryUnitOfWork();
    private final InMemoryInbox inbox = new InMemoryInbox(work, clock);

    @Override
    public UnitOfWork work() {
        return work;
    }

    @Override
    public Inbox inbox() {
        return inbox;
    }

    @Override
    public void pass(Duration time) {
        clock.advance(time);
    }
}
