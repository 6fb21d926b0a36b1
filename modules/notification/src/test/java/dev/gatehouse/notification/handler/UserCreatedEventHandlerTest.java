package dev.gatehouse.notification.handler;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gatehouse.events.Event;
import dev.gatehouse.events.EventHandler;
import dev.gatehouse.events.EventHandlerContract;
import dev.gatehouse.events.Handled;
import dev.gatehouse.identity.InMemoryIdentity;
import dev.gatehouse.identity.ReadPreferences;
import dev.gatehouse.identity.ReadProfile;
import dev.gatehouse.identity.model.Preference;
import dev.gatehouse.identity.model.Preferences;
import dev.gatehouse.identity.model.Samples;
import dev.gatehouse.identity.model.User;
import dev.gatehouse.notification.model.Email;
import dev.gatehouse.notification.model.Language;
import dev.gatehouse.notification.port.DeliveryDeferred;
import dev.gatehouse.notification.port.DeliveryRefused;
import dev.gatehouse.notification.port.DeliveryUnavailable;
import dev.gatehouse.notification.port.InMemoryEmailProvider;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

final class UserCreatedEventHandlerTest implements EventHandlerContract {

    private final InMemoryIdentity identity = new InMemoryIdentity();
    private final InMemoryEmailProvider emails = new InMemoryEmailProvider();
    private final User user = identity.member();
    private final UserCreatedEventHandler handler = new UserCreatedEventHandler(
            new ReadProfile(identity.users), new ReadPreferences(identity.preferences), emails);
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
    void whoRegisteredIsWelcomedByNameUnderTheIdOfTheEvent() {
        handler.handle(event);

        assertThat(emails.sent()).containsExactly(Email.welcome(event.id(), user.email(), user.name(), Language.EN));
    }

    @Test
    void theMailSpeaksTheLanguageOfTheUser() {
        var german = Preferences.NONE.with(Map.of(Preference.LANGUAGE, "de-CH"));
        identity.work.run(() -> identity.preferences.save(user.id(), german));

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
