package dev.gatehouse.notification.handler;

import static org.assertj.core.api.Assertions.assertThat;

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
import dev.gatehouse.identity.model.SecondFactorEvent;
import dev.gatehouse.identity.model.User;
import dev.gatehouse.identity.model.UserId;
import dev.gatehouse.notification.model.Email;
import dev.gatehouse.notification.model.Language;
import dev.gatehouse.notification.model.Template;
import dev.gatehouse.notification.port.DeliveryUnavailable;
import dev.gatehouse.notification.port.InMemoryEmailProvider;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

final class SecondFactorMailHandlerTest implements EventHandlerContract {

    private final InMemoryIdentity identity = new InMemoryIdentity();
    private final InMemoryEmailProvider emails = new InMemoryEmailProvider();
    private final User user = identity.member();
    private final SecondFactorMailHandler handler = new SecondFactorMailHandler(
            new ReadProfile(identity.users), new AccountMails(new ReadPreferences(identity.preferences), emails));

    @Override
    public EventHandler handler() {
        return handler;
    }

    @Override
    public Event event() {
        return of(user.id(), SecondFactorEvent.ENABLED, Map.of());
    }

    private static Event of(UserId user, String type, Map<String, String> data) {
        return new Event(UUID.randomUUID(), type, user.value(), Samples.NOW, data);
    }

    private void used(int left) {
        handler.handle(of(user.id(), SecondFactorEvent.RECOVERY_CODE_USED, SecondFactorEvent.left(left)));
    }

    @Test
    void itsOwnerIsToldThatItIsOnAndThatItIsOff() {
        handler.handle(event());
        handler.handle(of(user.id(), SecondFactorEvent.DISABLED, SecondFactorEvent.by(SecondFactorEvent.By.ADMIN)));
        assertThat(emails.sent())
                .extracting(Email::template)
                .containsExactly(Template.SECOND_FACTOR_ON, Template.SECOND_FACTOR_OFF);
        assertThat(emails.sent()).extracting(Email::to).containsOnly(user.email());
    }

    @Test
    void ofACodeThatWasUsedItsOwnerHearsHowManyAreLeftAndWhenTheseAreFew() {
        used(4);
        used(3);
        used(0);
        assertThat(emails.sent())
                .extracting(email -> email.template() + " " + email.values().get("left"))
                .containsExactly("RECOVERY_CODE_USED 4", "FEW_RECOVERY_CODES 3", "FEW_RECOVERY_CODES 0");
    }

    @Test
    void theMailSpeaksTheLanguageOfTheUser() {
        var german = Preferences.NONE.with(Map.of(Preference.LANGUAGE, "de-CH"));
        identity.work.run(() -> identity.preferences.save(user.id(), german));
        handler.handle(event());
        assertThat(emails.sent()).extracting(Email::language).containsExactly(Language.DE);
    }

    @Test
    void aListThatWasReplacedIsNoNewsToWhoeverReplacedIt() {
        assertThat(handler.handles(SecondFactorEvent.RECOVERY_CODES_REPLACED)).isFalse();
    }

    @Test
    void aUserWhoIsGoneGetsNoMail() {
        var gone = of(Samples.userId(), SecondFactorEvent.ENABLED, Map.of());
        assertThat(handler.handle(gone)).isEqualTo(new Handled.Done());
        assertThat(emails.sent()).isEmpty();
    }

    @Test
    void withoutAMailServerTheEventWaits() {
        emails.failing(new DeliveryUnavailable("away", null));
        assertThat(handler.handle(event())).isEqualTo(new Handled.Later("away"));
    }
}
