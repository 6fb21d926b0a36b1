package dev.gatehouse.notification.handler;

import dev.gatehouse.events.Event;
import dev.gatehouse.identity.InMemoryIdentity;
import dev.gatehouse.identity.ReadPreferences;
import dev.gatehouse.identity.ReadProfile;
import dev.gatehouse.identity.model.Preference;
import dev.gatehouse.identity.model.Preferences;
import dev.gatehouse.identity.model.Samples;
import dev.gatehouse.identity.model.User;
import dev.gatehouse.notification.model.AccountLinks;
import dev.gatehouse.notification.model.Email;
import dev.gatehouse.notification.port.InMemoryEmailProvider;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** What handlers that send mail are made of, over fakes, and what they have sent. */
final class Mails {

    final InMemoryIdentity identity = new InMemoryIdentity();
    final InMemoryEmailProvider emails = new InMemoryEmailProvider();
    final AccountLinks links = new AccountLinks("https://id.example/account");
    final ReadProfile readProfile = new ReadProfile(identity.users);
    final AccountMails mails = new AccountMails(new ReadPreferences(identity.preferences), emails);

    static Event event(String type, User user) {
        return new Event(UUID.randomUUID(), type, user.id().value(), Samples.NOW, Map.of());
    }

    void speaks(User user, String language) {
        var preferences = Preferences.NONE.with(Map.of(Preference.LANGUAGE, language));
        identity.work.run(() -> identity.preferences.save(user.id(), preferences));
    }

    List<Email> sent() {
        return emails.sent();
    }
}
