package dev.gatehouse.notification.handler;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.events.Event;
import dev.gatehouse.events.EventHandler;
import dev.gatehouse.events.EventHandlerContract;
import dev.gatehouse.identity.model.Samples;
import dev.gatehouse.identity.model.User;
import dev.gatehouse.identity.model.UserEvent;
import dev.gatehouse.notification.model.Template;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

final class ErasureMailHandlerTest implements EventHandlerContract {

    private final Mails mails = new Mails();
    private final User user = mails.identity.member();
    private final ErasureMailHandler handler = new ErasureMailHandler(mails.readProfile, mails.mails);
    private final Event event = event(user);

    private static Event event(User user) {
        var data = UserEvent.dueAt(Instant.parse("2026-01-16T03:04:05Z"));
        return new Event(
                UUID.randomUUID(), UserEvent.ERASURE_REQUESTED, user.id().value(), Samples.NOW, data);
    }

    @Override
    public EventHandler handler() {
        return handler;
    }

    @Override
    public Event event() {
        return event;
    }

    @Test
    void whoIsToBeErasedLearnsUntilWhenTheyMayThinkBetterOfIt() {
        handler.handle(event);
        assertThat(mails.sent()).singleElement().satisfies(email -> {
            assertThat(email.template()).isEqualTo(Template.ERASURE_REQUESTED);
            assertThat(email.to()).isEqualTo(user.email());
            assertThat(email.values()).containsEntry("time", "2026-01-16 03:04 UTC");
        });
    }

    @Test
    void whoIsGoneIsToldNothing() {
        handler.handle(event(Samples.user()));
        assertThat(mails.sent()).isEmpty();
    }
}
