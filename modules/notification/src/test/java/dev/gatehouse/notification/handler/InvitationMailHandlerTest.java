package dev.gatehouse.notification.handler;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.events.Event;
import dev.gatehouse.events.EventHandler;
import dev.gatehouse.events.EventHandlerContract;
import dev.gatehouse.events.Handled;
import dev.gatehouse.identity.InviteUser;
import dev.gatehouse.identity.model.Caller;
import dev.gatehouse.identity.model.PersonName;
import dev.gatehouse.identity.model.Role;
import dev.gatehouse.identity.model.Samples;
import dev.gatehouse.identity.model.User;
import dev.gatehouse.identity.model.UserEvent;
import dev.gatehouse.identity.port.CountedMailTokens;
import dev.gatehouse.notification.model.Email;
import dev.gatehouse.notification.model.Language;
import dev.gatehouse.notification.port.DeliveryUnavailable;
import java.time.Duration;
import org.junit.jupiter.api.Test;

final class InvitationMailHandlerTest implements EventHandlerContract {

    private final Mails mails = new Mails();
    private final User user = invited();
    private final InvitationMailHandler handler =
            new InvitationMailHandler(mails.identity.issueInvitation, mails.links, mails.mails);
    private final Event event = Mails.event(UserEvent.INVITED, user);

    private User invited() {
        var administrator = new Caller(Samples.userId(), Samples.sessionId(), Role.ADMIN);
        var command = new InviteUser.Command(administrator, Samples.email(), PersonName.of("Grace"), null, Role.USER);
        return ((InviteUser.Result.Invited) mails.identity.inviteUser.handle(command)).user();
    }

    @Override
    public EventHandler handler() {
        return handler;
    }

    @Override
    public Event event() {
        return event;
    }

    private Email mail(int token) {
        var link = mails.links.resetPassword(CountedMailTokens.number(token));
        return Email.invitation(event.id(), user.email(), user.name(), Language.EN, link, Duration.ofDays(7));
    }

    @Test
    void whoWasInvitedGetsALinkThatSetsAPassword() {
        handler.handle(event);
        assertThat(mails.sent()).containsExactly(mail(1));
    }

    @Test
    void whoIsInvitedAgainGetsALinkOfItsOwn() {
        handler.handle(event);
        Event again = Mails.event(UserEvent.INVITATION_REQUESTED, user);
        assertThat(handler.handles(again.type())).isTrue();
        handler.handle(again);
        assertThat(mails.sent()).hasSize(2).doesNotHaveDuplicates();
    }

    @Test
    void aMailThatIsSentAgainHasALinkOfItsOwn() {
        mails.emails.failing(new DeliveryUnavailable("away", null));
        assertThat(handler.handle(event)).isEqualTo(new Handled.Later("away"));
        mails.emails.failing(null);
        handler.handle(event);
        assertThat(mails.sent()).containsExactly(mail(2));
    }

    @Test
    void whoHasAPasswordAndWhoIsGoneGetNoMail() {
        handler.handle(Mails.event(UserEvent.INVITED, mails.identity.member()));
        mails.identity.users.delete(user.id());
        handler.handle(event);
        assertThat(mails.sent()).isEmpty();
    }
}
