package dev.gatehouse.notification.handler;

import dev.gatehouse.events.Handled;
import dev.gatehouse.identity.ReadPreferences;
import dev.gatehouse.identity.model.Preferences;
import dev.gatehouse.identity.model.UserId;
import dev.gatehouse.notification.model.Language;
import dev.gatehouse.notification.port.DeliveryRefused;
import dev.gatehouse.notification.port.DeliveryUnavailable;

/** What handlers share that send: the language of the reader, and what a failure means for the event. */
final class Sending {

    private Sending() {}

    /** The language that a user prefers, or else another one. */
    static Language language(ReadPreferences readPreferences, UserId user, Language otherwise) {
        return switch (readPreferences.handle(new ReadPreferences.Command(user))) {
            case ReadPreferences.Result.Found(Preferences preferences) ->
                preferences.language().map(Language::of).orElse(otherwise);
        };
    }

    /** A message that is only deferred counts against its event: others need not wait for it. */
    static Handled of(Runnable sending) {
        try {
            sending.run();
            return new Handled.Done();
        } catch (DeliveryUnavailable down) {
            return new Handled.Later(String.valueOf(down.getMessage()));
        } catch (DeliveryRefused refused) {
            return new Handled.Refused(String.valueOf(refused.getMessage()));
        }
    }
}
