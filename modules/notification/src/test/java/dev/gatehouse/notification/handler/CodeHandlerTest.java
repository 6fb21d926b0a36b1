package dev.gatehouse.notification.handler;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.events.Event;
import dev.gatehouse.events.EventHandler;
import dev.gatehouse.events.EventHandlerContract;
import dev.gatehouse.events.Handled;
import dev.gatehouse.identity.InMemoryIdentity;
import dev.gatehouse.identity.ReadPreferences;
import dev.gatehouse.identity.RequestCode;
import dev.gatehouse.identity.model.Challenge.Purpose;
import dev.gatehouse.identity.model.CodeEvent;
import dev.gatehouse.identity.model.Destination;
import dev.gatehouse.identity.model.PhoneNumber;
import dev.gatehouse.identity.model.Preference;
import dev.gatehouse.identity.model.Preferences;
import dev.gatehouse.identity.model.Samples;
import dev.gatehouse.identity.model.User;
import dev.gatehouse.notification.model.Email;
import dev.gatehouse.notification.model.Language;
import dev.gatehouse.notification.model.Sms;
import dev.gatehouse.notification.model.Template;
import dev.gatehouse.notification.port.DeliveryUnavailable;
import dev.gatehouse.notification.port.InMemoryEmailProvider;
import dev.gatehouse.notification.port.InMemorySmsProvider;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class CodeHandlerTest implements EventHandlerContract {

    private final InMemoryIdentity identity = new InMemoryIdentity();
    private final InMemoryEmailProvider emails = new InMemoryEmailProvider();
    private final InMemorySmsProvider texts = new InMemorySmsProvider();
    private final User user = member();
    private final CodeHandler handler =
            new CodeHandler(identity.makeCode, new ReadPreferences(identity.preferences), emails, texts);
    private final Event event = requested(new Destination.Mailbox(user.email()), Purpose.LOGIN, null);

    private User member() {
        User member = identity.member();
        return identity.users.save(member.withConfirmed(member.email(), Samples.NOW));
    }

    private Event requested(Destination destination, Purpose purpose, @Nullable Locale language) {
        var result = (RequestCode.Result.Requested)
                identity.requestCode.handle(new RequestCode.Command(destination, purpose, null, language));
        return new Event(
                UUID.randomUUID(),
                CodeEvent.REQUESTED,
                UUID.randomUUID(),
                Samples.NOW,
                CodeEvent.data(result.challenge()));
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
    void theCodeGoesToTheMailboxUnderTheIdOfTheEvent() {
        handler.handle(event);

        assertThat(emails.sent()).singleElement().satisfies(mail -> {
            assertThat(mail.id()).isEqualTo(event.id());
            assertThat(mail.to()).isEqualTo(user.email());
            assertThat(mail.template()).isEqualTo(Template.CODE);
            assertThat(mail.values().get("code")).matches("[0-9]{6}");
            assertThat(mail.values()).containsEntry("validFor", "5 minutes");
        });
        assertThat(texts.sent()).isEmpty();
    }

    @Test
    void theCodeGoesToTheTelephone() {
        var number = PhoneNumber.of("+41791234567");
        Event asked = requested(new Destination.Telephone(number), Purpose.VERIFY, null);

        handler.handle(asked);

        assertThat(texts.sent()).singleElement().satisfies(sms -> {
            assertThat(sms).isEqualTo(new Sms(asked.id(), number, Language.EN, sms.code(), Duration.ofMinutes(5)));
            assertThat(sms.code()).matches("[0-9]{6}");
        });
    }

    @Test
    void itSpeaksTheLanguageOfItsReaderOrElseOfWhoeverAsked() {
        handler.handle(requested(new Destination.Mailbox(Samples.email()), Purpose.VERIFY, Locale.GERMAN));
        assertThat(emails.sent()).last().extracting(Email::language).isEqualTo(Language.DE);

        var english = Preferences.NONE.with(Map.of(Preference.LANGUAGE, "en"));
        identity.work.run(() -> identity.preferences.save(user.id(), english));
        identity.clock.advance(Duration.ofMinutes(1));
        handler.handle(requested(new Destination.Mailbox(user.email()), Purpose.LOGIN, Locale.GERMAN));
        assertThat(emails.sent()).last().extracting(Email::language).isEqualTo(Language.EN);
    }

    @Test
    void whereNobodyCanLogInNothingIsSent() {
        Event asked = requested(new Destination.Mailbox(Samples.email()), Purpose.LOGIN, null);

        assertThat(handler.handle(asked)).isEqualTo(new Handled.Done());
        assertThat(emails.sent()).isEmpty();
    }

    @Test
    void aCodeThatWouldComeTooLateIsNotSent() {
        identity.clock.advance(Duration.ofMinutes(5));

        assertThat(handler.handle(event)).isEqualTo(new Handled.Done());
        assertThat(emails.sent()).isEmpty();
    }

    @Test
    void whatIsDownIsWaitedFor() {
        identity.challenges.failing(true);
        assertThat(handler.handle(event)).isInstanceOf(Handled.Later.class);
        identity.challenges.failing(false);
        emails.failing(new DeliveryUnavailable("away", null));
        assertThat(handler.handle(event)).isEqualTo(new Handled.Later("away"));
    }

    @Test
    void anEventWithoutAChallengeIsADeadLetter() {
        var broken = new Event(UUID.randomUUID(), CodeEvent.REQUESTED, UUID.randomUUID(), Samples.NOW, Map.of());
        assertThat(handler.handle(broken)).isInstanceOf(Handled.Refused.class);
    }
}
