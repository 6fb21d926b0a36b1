package dev.gatehouse.notification.handler;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.events.Event;
import dev.gatehouse.events.EventHandler;
import dev.gatehouse.events.EventHandlerContract;
import dev.gatehouse.events.Handled;
import dev.gatehouse.identity.InMemoryIdentity;
import dev.gatehouse.identity.LogIn;
import dev.gatehouse.identity.LogOutEverywhere;
import dev.gatehouse.identity.ReadPreferences;
import dev.gatehouse.identity.ReadProfile;
import dev.gatehouse.identity.ReadSession;
import dev.gatehouse.identity.SignedIn;
import dev.gatehouse.identity.model.Device;
import dev.gatehouse.identity.model.Preference;
import dev.gatehouse.identity.model.Preferences;
import dev.gatehouse.identity.model.Samples;
import dev.gatehouse.identity.model.User;
import dev.gatehouse.notification.model.Email;
import dev.gatehouse.notification.model.Language;
import dev.gatehouse.notification.port.DeliveryUnavailable;
import dev.gatehouse.notification.port.InMemoryEmailProvider;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class NewDeviceHandlerTest implements EventHandlerContract {

    private final InMemoryIdentity identity = new InMemoryIdentity();
    private final InMemoryEmailProvider emails = new InMemoryEmailProvider();
    private final User user = identity.member();
    private final NewDeviceHandler handler = new NewDeviceHandler(
            new ReadProfile(identity.users),
            new ReadSession(identity.store),
            new AccountMails(new ReadPreferences(identity.preferences), emails));
    private final SignedIn known = logIn("phone", null, "App/1.0");
    private final SignedIn laptop = logIn("laptop", "Ada’s laptop", "App/1.0");
    private final Event event = latest();

    private SignedIn logIn(String id, @Nullable String name, String userAgent) {
        var device = new Device(id, name, userAgent, "192.0.2.1");
        var command = new LogIn.Command(user.email(), Samples.password(), device);
        return ((LogIn.Result.LoggedIn) identity.logIn.handle(command)).signedIn();
    }

    private Event latest() {
        return identity.eventsOf(user).getLast();
    }

    @Override
    public EventHandler handler() {
        return handler;
    }

    @Override
    public Event event() {
        return event;
    }

    private Email mail(Language language, String device) {
        return Email.newDevice(
                event.id(),
                user.email(),
                user.name(),
                language,
                device,
                "192.0.2.1",
                laptop.session().createdAt());
    }

    @Test
    void theOwnerIsToldOfTheDeviceByItsName() {
        handler.handle(event);

        assertThat(emails.sent()).containsExactly(mail(Language.EN, "Ada’s laptop"));
    }

    @Test
    void aDeviceWithoutANameIsWhatItSaysItIs() {
        logIn("tablet", null, "Tablet/1.0");
        handler.handle(latest());
        logIn("thing", null, "");
        handler.handle(latest());

        assertThat(emails.sent())
                .extracting(email -> email.values().get("device"))
                .containsExactly("Tablet/1.0", "?");
    }

    @Test
    void theMailSpeaksTheLanguageOfTheUser() {
        var german = Preferences.NONE.with(Map.of(Preference.LANGUAGE, "de-CH"));
        identity.work.run(() -> identity.preferences.save(user.id(), german));

        handler.handle(event);

        assertThat(emails.sent()).containsExactly(mail(Language.DE, "Ada’s laptop"));
    }

    @Test
    void theOwnerIsToldAlsoWhenEverySessionIsOverByThen() {
        identity.logOutEverywhere.handle(new LogOutEverywhere.Command(InMemoryIdentity.caller(known), false));

        handler.handle(event);

        assertThat(emails.sent()).containsExactly(mail(Language.EN, "Ada’s laptop"));
    }

    @Test
    void aUserWhoIsGoneGetsNoMail() {
        var gone = new Event(UUID.randomUUID(), event.type(), UUID.randomUUID(), Samples.NOW, event.data());
        assertThat(handler.handle(gone)).isEqualTo(new Handled.Done());
        assertThat(emails.sent()).isEmpty();
    }

    @Test
    void withoutAMailServerTheEventWaits() {
        emails.failing(new DeliveryUnavailable("away", null));

        assertThat(handler.handle(event)).isEqualTo(new Handled.Later("away"));
    }
}
