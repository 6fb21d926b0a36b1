package dev.gatehouse.notification.handler;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.events.Event;
import dev.gatehouse.events.EventHandler;
import dev.gatehouse.events.EventHandlerContract;
import dev.gatehouse.events.Handled;
import dev.gatehouse.identity.ResetPassword;
import dev.gatehouse.identity.model.MailToken;
import dev.gatehouse.identity.model.NewPassword;
import dev.gatehouse.identity.model.Role;
import dev.gatehouse.identity.model.Samples;
import dev.gatehouse.identity.model.User;
import dev.gatehouse.identity.model.UserEvent;
import dev.gatehouse.identity.model.UserStatus;
import dev.gatehouse.identity.port.CountedMailTokens;
import dev.gatehouse.notification.model.Email;
import dev.gatehouse.notification.model.Language;
import dev.gatehouse.notification.port.DeliveryUnavailable;
import java.time.Duration;
import org.junit.jupiter.api.Test;

final class PasswordMailHandlerTest implements EventHandlerContract {

    private final Mails mails = new Mails();
    private final User user = mails.identity.member();
    private final PasswordMailHandler handler =
            new PasswordMailHandler(mails.identity.issuePasswordReset, mails.readProfile, mails.links, mails.mails);
    private final Event event = Mails.event(UserEvent.PASSWORD_RESET_REQUESTED, user);

    @Override
    public EventHandler handler() {
        return handler;
    }

    @Override
    public Event event() {
        return event;
    }

    private ResetPassword.Result reset(MailToken token) {
        return mails.identity.resetPassword.handle(
                new ResetPassword.Command(token.text(), new NewPassword(Samples.password())));
    }

    @Test
    void whoForgotTheirPasswordGetsALinkThatWorksOnceForAnHour() {
        mails.speaks(user, "de");
        handler.handle(event);
        var link = mails.links.resetPassword(CountedMailTokens.number(1));
        assertThat(mails.sent())
                .containsExactly(Email.passwordReset(
                        event.id(), user.email(), user.name(), Language.DE, link, Duration.ofHours(1)));
        assertThat(reset(CountedMailTokens.number(1))).isEqualTo(new ResetPassword.Result.Reset());
        assertThat(reset(CountedMailTokens.number(1))).isEqualTo(new ResetPassword.Result.InvalidToken());
    }

    @Test
    void aMailThatIsSentAgainHasALinkOfItsOwn() {
        mails.emails.failing(new DeliveryUnavailable("away", null));
        assertThat(handler.handle(event)).isEqualTo(new Handled.Later("away"));
        mails.emails.failing(null);
        handler.handle(event);
        assertThat(reset(CountedMailTokens.number(1))).isEqualTo(new ResetPassword.Result.InvalidToken());
        assertThat(reset(CountedMailTokens.number(2))).isEqualTo(new ResetPassword.Result.Reset());
    }

    @Test
    void nobodyGetsNoMailNorDoesWhoMayNotLogIn() {
        handler.handle(Mails.event(UserEvent.PASSWORD_RESET_REQUESTED, Samples.user()));
        mails.identity.users.save(Samples.userWith(user, Role.USER, UserStatus.DISABLED));
        handler.handle(event);
        assertThat(mails.sent()).isEmpty();
    }

    @Test
    void whosePasswordIsAnotherOneIsTold() {
        Event changed = Mails.event(UserEvent.PASSWORD_CHANGED, user);
        handler.handle(changed);
        handler.handle(Mails.event(UserEvent.PASSWORD_CHANGED, Samples.user()));
        assertThat(mails.sent())
                .containsExactly(Email.passwordChanged(
                        changed.id(), user.email(), user.name(), Language.EN, changed.occurredAt()));
    }
}
