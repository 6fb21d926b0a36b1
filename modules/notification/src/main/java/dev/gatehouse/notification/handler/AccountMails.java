package dev.gatehouse.notification.handler;

import dev.gatehouse.events.Handled;
import dev.gatehouse.identity.ReadPreferences;
import dev.gatehouse.identity.model.Preferences;
import dev.gatehouse.identity.model.UserId;
import dev.gatehouse.notification.model.Email;
import dev.gatehouse.notification.model.Language;
import dev.gatehouse.notification.port.DeliveryRefused;
import dev.gatehouse.notification.port.DeliveryUnavailable;
import dev.gatehouse.notification.port.IEmailProvider;

/** The step that handlers which send mail share: in whose language, and what became of it. */
public final class AccountMails {

    private final ReadPreferences readPreferences;
    private final IEmailProvider emails;

    public AccountMails(ReadPreferences readPreferences, IEmailProvider emails) {
        this.readPreferences = readPreferences;
        this.emails = emails;
    }

    /** Sends a mail; one that is only deferred counts against its event: others need not wait for it. */
    Handled send(Email email) {
        try {
            emails.send(email);
            return new Handled.Done();
        } catch (DeliveryUnavailable down) {
            return new Handled.Later(String.valueOf(down.getMessage()));
        } catch (DeliveryRefused refused) {
            return new Handled.Refused(String.valueOf(refused.getMessage()));
        }
    }

    /** The language that a user is written to in. */
    Language language(UserId user) {
        return switch (readPreferences.handle(new ReadPreferences.Command(user))) {
            case ReadPreferences.Result.Found(Preferences preferences) ->
                preferences.language().map(Language::of).orElse(Language.EN);
        };
    }
}
