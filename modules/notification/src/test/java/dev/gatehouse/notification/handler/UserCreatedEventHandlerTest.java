package dev.gatehouse.notification.handler;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gatehouse.events.Event;
import dev.gatehouse.events.EventHandler;
import dev.gatehouse.events.EventHandlerContract;
import dev.gatehouse.events.Handled;
import dev.gatehouse.identity.ConfirmEmail;
import dev.gatehouse.identity.InMemoryIdentity;
import dev.gatehouse.identity.model.Samples;
import dev.gatehouse.identity.model.User;
import dev.gatehouse.identity.port.CountedMailTokens;
import dev.gatehouse.notification.model.Email;
import dev.gatehouse.notification.model.Language;
import dev.gatehouse.notification.port.DeliveryDeferred;
import dev.gatehouse.notification.port.DeliveryRefused;
import dev.gatehouse.notification.port.DeliveryUnavailable;
import dev.gatehouse.notification.port.InMemoryEmailProvider;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

final class UserCreatedEventHandlerTest implements EventHandlerContract {

    private final Mails mails = new Mails();
    private final InMemoryIdentity identity = mails.identity;
    private final InMemoryEmailProvider emails = mails.emails;
    private final User user = identity.member();
    private final UserCreatedEventHandler handler =
            new UserCreatedEventHandler(identity.issueEmailVerification, mails.links, mails.mails);
    private final Event event = registered(user.id().value());

    private static Event registered(UUID subject) {
        return new Event(UUID.randomUUID(), "user.registered", subject, Samples.NOW, Map.of());
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
    void whoRegisteredIsWelcomedByNameUnderTheIdOfTheEventWithALinkThatConfirmsTheAddress() {
        handler.handle(event);

        var link = mails.links.confirmEmail(CountedMailTokens.number(1));
        assertThat(emails.sent())
                .containsExactly(Email.welcomeUnverified(
                        event.id(), user.email(), user.name(), Language.EN, link, Duration.ofHours(24)));
        var confirmed = identity.confirmEmail.handle(
                new ConfirmEmail.Command(CountedMailTokens.number(1).text()));
        assertThat(confirmed).isEqualTo(new ConfirmEmail.Result.Confirmed());
    }

    @Test
    void whoseAddressIsConfirmedIsWelcomedWithoutALink() {
        identity.users.save(user.withConfirmed(user.email(), Samples.NOW));

        handler.handle(event);

        assertThat(emails.sent()).containsExactly(Email.welcome(event.id(), user.email(), user.name(), Language.EN));
    }

    @Test
    void theMailSpeaksTheLanguageOfTheUser() {
        mails.speaks(user, "de-CH");

        handler.handle(event);

        assertThat(emails.sent()).extracting(Email::language).containsExactly(Language.DE);
    }

    @Test
    void aUserWhoIsGoneGetsNoMail() {
        assertThat(handler.handle(registered(UUID.randomUUID()))).isEqualTo(new Handled.Done());
        assertThat(emails.sent()).isEmpty();
    }

    @Test
    void whatElseHappensToUsersIsNotItsBusiness() {
        assertThat(handler.handles("user.updated")).isFalse();
    }

    @Test
    void withoutAMailServerTheEventWaits() {
        emails.failing(new DeliveryUnavailable("away", null));

        assertThat(handler.handle(event)).isEqualTo(new Handled.Later("away"));
    }

    @Test
    void aMailThatWillNeverBeTakenIsADeadLetter() {
        emails.failing(new DeliveryRefused("no such mailbox"));

        assertThat(handler.handle(event)).isEqualTo(new Handled.Refused("no such mailbox"));
    }

    @Test
    void aMailThatIsDeferredCountsAgainstItsEventAlone() {
        emails.failing(new DeliveryDeferred("domain not found"));

        assertThatThrownBy(() -> handler.handle(event)).isInstanceOf(DeliveryDeferred.class);
    }
}
