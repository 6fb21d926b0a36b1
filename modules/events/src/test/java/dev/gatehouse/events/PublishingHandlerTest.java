package dev.gatehouse.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

final class PublishingHandlerTest implements EventHandlerContract {

    private final InMemoryEventPublisher publisher = new InMemoryEventPublisher();
    private final PublishingHandler handler = new PublishingHandler(publisher);
    private final Event event = EventPublisherContract.event(UUID.randomUUID(), Map.of());

    @Override
    public EventHandler handler() {
        return handler;
    }

    @Override
    public Event event() {
        return event;
    }

    @Test
    void everyEventGoesOutWhateverItsType() {
        assertThat(handler.handles("user.registered")).isTrue();
        assertThat(handler.handles("never.heard.of")).isTrue();

        handler.handle(event);

        assertThat(publisher.arrived(event.subject())).containsExactly(event);
    }

    @Test
    void withTheOtherSideAwayItIsForLater() {
        publisher.failing(true);
        assertThat(handler.handle(event)).isEqualTo(new Handled.Later("told to fail"));
    }

    @Test
    void whatTheOtherSideRefusesIsRefused() {
        publisher.refusing(true);
        assertThat(handler.handle(event)).isEqualTo(new Handled.Refused("told to refuse"));
    }
}
