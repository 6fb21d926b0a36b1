package dev.gatehouse.notification.handler;

import dev.gatehouse.events.Event;
import dev.gatehouse.events.EventHandler;
import dev.gatehouse.events.Handled;
import dev.gatehouse.identity.ReadProfile;
import dev.gatehouse.identity.model.User;
import dev.gatehouse.identity.model.UserEvent;
import dev.gatehouse.identity.model.UserId;
import dev.gatehouse.notification.model.Email;

/** Tells whoever is to be erased until when they may think better of it, for it may not have been them who asked. */
public final class ErasureMailHandler implements EventHandler {

    private final ReadProfile readProfile;
    private final AccountMails mails;

    public ErasureMailHandler(ReadProfile readProfile, AccountMails mails) {
        this.readProfile = readProfile;
        this.mails = mails;
    }

    @Override
    public String name() {
        return "erasure-mail";
    }

    @Override
    public boolean handles(String type) {
        return type.equals(UserEvent.ERASURE_REQUESTED);
    }

    @Override
    public Handled handle(Event event) {
        return switch (readProfile.handle(new ReadProfile.Command(new UserId(event.subject())))) {
            case ReadProfile.Result.Found(User user) ->
                mails.send(Email.erasureRequested(
                        event.id(),
                        user.email(),
                        user.name(),
                        mails.language(user.id()),
                        UserEvent.dueAt(event.data())));
            case ReadProfile.Result.Gone() -> new Handled.Done();
        };
    }
}
