package dev.gatehouse.notification.handler;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.events.Event;
import dev.gatehouse.events.EventHandler;
import dev.gatehouse.events.EventHandlerContract;
import dev.gatehouse.identity.InMemoryIdentity;
import dev.gatehouse.identity.RequestEmailChange;
import dev.gatehouse.identity.model.EmailAddress;
import dev.gatehouse.identity.model.Samples;
import dev.gatehouse.identity.model.User;
import dev.gatehouse.identity.model.UserEvent;
import dev.gatehouse.identity.port.CountedMailTokens;
import dev.gatehouse.notification.model.Email;
import dev.gatehouse.notification.model.Language;
import java.time.Duration;
import org.junit.jupiter.api.Test;

final class EmailAddressMailHandlerTest implements EventHandlerContract {

    private final Mails mails = new Mails();
    private final InMemoryIdentity identity = mails.identity;
    private final User user = identity.member();
    private final EmailAddressMailHandler handler = new EmailAddressMailHandler(
            identity.issueEmailVerification, identity.issueEmailChange, mails.links, mails.mails);
    private final Event event = Mails.event(UserEvent.EMAIL_VERIFICATION_REQUESTED, user);

    @Override
    public EventHandler handler() {
        return handler;
    }

    @Override
    public Event event() {
        return event;
    }

    private Event change(EmailAddress wanted) {
        var caller = InMemoryIdentity.caller(identity.signedIn(user));
        identity.requestEmailChange.handle(new RequestEmailChange.Command(caller, wanted, Samples.password()));
        return identity.eventsOf(user, UserEvent.EMAIL_CHANGE_REQUESTED).getLast();
    }

    private Email verification(Event cause) {
        return Email.verifyEmail(
                cause.id(),
                user.email(),
                user.name(),
                Language.EN,
                mails.links.confirmEmail(CountedMailTokens.number(1)),
                Duration.ofHours(24));
    }

    @Test
    void whoWantsTheLinkAgainGetsIt() {
        handler.handle(event);
        assertThat(mails.sent()).containsExactly(verification(event));
    }

    @Test
    void whoHasConfirmedTheirAddressGetsNone() {
        identity.users.save(user.withConfirmed(user.email(), Samples.NOW));
        handler.handle(event);
        assertThat(mails.sent()).isEmpty();
    }

    @Test
    void whoRegistersAgainGetsTheLinkAgainOrIsToldThatThereIsAnAccount() {
        Event repeated = Mails.event(UserEvent.REGISTRATION_REPEATED, user);
        handler.handle(repeated);
        identity.users.save(user.withConfirmed(user.email(), Samples.NOW));
        handler.handle(repeated);
        assertThat(mails.sent())
                .containsExactly(
                        verification(repeated),
                        Email.accountExists(repeated.id(), user.email(), user.name(), Language.EN));
    }

    @Test
    void theLinkToAnotherAddressGoesThere() {
        EmailAddress wanted = Samples.email();
        Event requested = change(wanted);
        handler.handle(requested);
        var link = mails.links.confirmEmail(CountedMailTokens.number(1));
        assertThat(mails.sent())
                .containsExactly(
                        Email.changeEmail(requested.id(), wanted, user.name(), Language.EN, link, Duration.ofHours(1)));
    }

    @Test
    void whoHasThatAddressAlreadyIsToldInTheirLanguageAndNobodyGetsALink() {
        User owner = identity.member();
        mails.speaks(owner, "de");
        Event requested = change(owner.email());
        handler.handle(requested);
        assertThat(mails.sent())
                .containsExactly(Email.accountExists(requested.id(), owner.email(), owner.name(), Language.DE));
    }
}
