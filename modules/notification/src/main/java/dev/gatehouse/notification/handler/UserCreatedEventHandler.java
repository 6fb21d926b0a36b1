package dev.gatehouse.notification.handler;

import dev.gatehouse.events.Event;
import dev.gatehouse.events.EventHandler;
import dev.gatehouse.events.Handled;
import dev.gatehouse.identity.ReadPreferences;
import dev.gatehouse.identity.ReadProfile;
import dev.gatehouse.identity.model.User;
import dev.gatehouse.identity.model.UserId;
import dev.gatehouse.notification.model.Language;
import dev.gatehouse.notification.port.IEmailProvider;

/** Sends the welcome mail to whoever has registered, in the language they prefer. */
public final class UserCreatedEventHandler implements EventHandler {

    private final ReadProfile readProfile;
    private final ReadPreferences readPreferences;
    private final IEmailProvider emails;

    public UserCreatedEventHandler(ReadProfile readProfile, ReadPreferences readPreferences, IEmailProvider emails) {
        this.readProfile = readProfile;
        this.readPreferences = readPreferences;
        this.emails = emails;
    }

    @Override
    public String name() {
        return "welcome-mail";
    }

    @Override
    public boolean handles(String type) {
        return type.equals("user.registered");
    }

    @Override
    public Handled handle(Event event) {
        return switch (readProfile.handle(new ReadProfile.Command(new UserId(event.subject())))) {
            case ReadProfile.Result.Found(User user) -> welcome(event, user);
            case ReadProfile.Result.Gone() -> new Handled.Done();
        };
    }

    private Handled welcome(Event event, User user) {
        Language language = Sending.language(readPreferences, user.id(), Language.EN);
        return Sending.of(() -> emails.sendWelcomeEmail(event.id(), user.email(), user.name(), language));
    }
}
