package dev.gatehouse.notification.handler;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.events.Event;
import dev.gatehouse.events.EventHandler;
import dev.gatehouse.events.EventHandlerContract;
import dev.gatehouse.identity.model.Samples;
import dev.gatehouse.identity.model.User;
import dev.gatehouse.identity.model.UserEvent;
import dev.gatehouse.notification.model.Email;
import dev.gatehouse.notification.model.Template;
import org.junit.jupiter.api.Test;

final class EmailChangeNoticeHandlerTest implements EventHandlerContract {

    private final Mails mails = new Mails();
    private final User user = mails.identity.member();
    private final EmailChangeNoticeHandler handler = new EmailChangeNoticeHandler(mails.readProfile, mails.mails);
    private final Event event = Mails.event(UserEvent.EMAIL_CHANGE_REQUESTED, user);

    @Override
    public EventHandler handler() {
        return handler;
    }

    @Override
    public Event event() {
        return event;
    }

    @Test
    void theAddressThatTheAccountHasIsTold() {
        handler.handle(event);
        assertThat(mails.sent()).singleElement().satisfies(email -> {
            assertThat(email.template()).isEqualTo(Template.EMAIL_CHANGE_REQUESTED);
            assertThat(email.to()).isEqualTo(user.email());
        });
    }

    @Test
    void itIsTheSameMailWhenItIsSentAgainAndNotThatWithTheLink() {
        handler.handle(event);
        handler.handle(event);
        assertThat(mails.sent())
                .extracting(Email::id)
                .doesNotContain(event.id())
                .hasSize(2);
        assertThat(mails.sent())
                .extracting(Email::id)
                .containsOnly(mails.sent().getFirst().id());
    }

    @Test
    void whoIsGoneIsToldNothing() {
        handler.handle(Mails.event(UserEvent.EMAIL_CHANGE_REQUESTED, Samples.user()));
        assertThat(mails.sent()).isEmpty();
    }
}
