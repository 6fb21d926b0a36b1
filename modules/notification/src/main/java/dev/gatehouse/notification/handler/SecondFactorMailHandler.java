package dev.gatehouse.notification.handler;

import dev.gatehouse.events.Event;
import dev.gatehouse.events.EventHandler;
import dev.gatehouse.events.Handled;
import dev.gatehouse.identity.ReadProfile;
import dev.gatehouse.identity.model.SecondFactorEvent;
import dev.gatehouse.identity.model.User;
import dev.gatehouse.identity.model.UserId;
import dev.gatehouse.notification.model.Email;
import dev.gatehouse.notification.model.Language;
import java.util.Set;

/** Tells users that their second factor was switched on or off, and that a code of their list was used. */
public final class SecondFactorMailHandler implements EventHandler {

    private static final Set<String> TYPES =
            Set.of(SecondFactorEvent.ENABLED, SecondFactorEvent.DISABLED, SecondFactorEvent.RECOVERY_CODE_USED);

    private final ReadProfile readProfile;
    private final AccountMails mails;

    public SecondFactorMailHandler(ReadProfile readProfile, AccountMails mails) {
        this.readProfile = readProfile;
        this.mails = mails;
    }

    @Override
    public String name() {
        return "second-factor-mail";
    }

    @Override
    public boolean handles(String type) {
        return TYPES.contains(type);
    }

    @Override
    public Handled handle(Event event) {
        return switch (readProfile.handle(new ReadProfile.Command(new UserId(event.subject())))) {
            case ReadProfile.Result.Found(User user) -> mails.send(mail(event, user, mails.language(user.id())));
            case ReadProfile.Result.Gone() -> new Handled.Done();
        };
    }

    private static Email mail(Event event, User user, Language language) {
        return switch (event.type()) {
            case SecondFactorEvent.ENABLED ->
                Email.secondFactorOn(event.id(), user.email(), user.name(), language, event.occurredAt());
            case SecondFactorEvent.DISABLED ->
                Email.secondFactorOff(event.id(), user.email(), user.name(), language, event.occurredAt());
            default ->
                Email.recoveryCodeUsed(
                        event.id(),
                        user.email(),
                        user.name(),
                        language,
                        SecondFactorEvent.left(event.data()),
                        event.occurredAt());
        };
    }
}
