package dev.gatehouse.notification.handler;

import dev.gatehouse.events.Event;
import dev.gatehouse.events.EventHandler;
import dev.gatehouse.events.Handled;
import dev.gatehouse.identity.ReadProfile;
import dev.gatehouse.identity.model.User;
import dev.gatehouse.identity.model.UserEvent;
import dev.gatehouse.identity.model.UserId;
import dev.gatehouse.notification.model.Email;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/** Tells the address that an account has of the wish for another one, while there is time to stop it. */
public final class EmailChangeNoticeHandler implements EventHandler {

    private final ReadProfile readProfile;
    private final AccountMails mails;

    public EmailChangeNoticeHandler(ReadProfile readProfile, AccountMails mails) {
        this.readProfile = readProfile;
        this.mails = mails;
    }

    @Override
    public String name() {
        return "email-change-notice";
    }

    @Override
    public boolean handles(String type) {
        return type.equals(UserEvent.EMAIL_CHANGE_REQUESTED);
    }

    @Override
    public Handled handle(Event event) {
        return switch (readProfile.handle(new ReadProfile.Command(new UserId(event.subject())))) {
            case ReadProfile.Result.Found(User user) ->
                mails.send(Email.emailChangeRequested(
                        id(event), user.email(), user.name(), mails.language(user.id()), event.occurredAt()));
            case ReadProfile.Result.Gone() -> new Handled.Done();
        };
    }

    /** Of its own, and always the same: the link that the event brings as well is another mail. */
    private static UUID id(Event event) {
        return UUID.nameUUIDFromBytes(("notice:" + event.id()).getBytes(StandardCharsets.US_ASCII));
    }
}
