package dev.gatehouse.events;

import java.util.List;
import java.util.UUID;

final class InMemoryEventPublisherTest implements EventPublisherContract {

    private final InMemoryEventPublisher publisher = new InMemoryEventPublisher();

    @Override
    public EventPublisher publisher() {
        return publisher;
    }

    @Override
    public List<Event> arrived(UUID subject) {
        return publisher.arrived(subject);
    }

    @Override
    public void otherSideIsUp(boolean up) {
        publisher.failing(!up);
    }
}
