package dev.gatehouse.notification.handler;

import dev.gatehouse.events.Event;
import dev.gatehouse.events.EventHandler;
import dev.gatehouse.events.Handled;
import dev.gatehouse.identity.IssueEmailVerification;
import dev.gatehouse.identity.model.MailPurpose;
import dev.gatehouse.identity.model.MailToken;
import dev.gatehouse.identity.model.User;
import dev.gatehouse.identity.model.UserEvent;
import dev.gatehouse.identity.model.UserId;
import dev.gatehouse.notification.model.AccountLinks;
import dev.gatehouse.notification.model.Email;
import dev.gatehouse.notification.model.Language;

/** Sends the welcome mail to whoever has registered, with the link that confirms their address if that is to be done. */
public final class UserCreatedEventHandler implements EventHandler {

    private final IssueEmailVerification issueEmailVerification;
    private final AccountLinks links;
    private final AccountMails mails;

    public UserCreatedEventHandler(
            IssueEmailVerification issueEmailVerification, AccountLinks links, AccountMails mails) {
        this.issueEmailVerification = issueEmailVerification;
        this.links = links;
        this.mails = mails;
    }

    @Override
    public String name() {
        return "welcome-mail";
    }

    @Override
    public boolean handles(String type) {
        return type.equals(UserEvent.REGISTERED);
    }

    @Override
    public Handled handle(Event event) {
        var command = new IssueEmailVerification.Command(new UserId(event.subject()));
        return switch (issueEmailVerification.handle(command)) {
            case IssueEmailVerification.Result.Issued(User user, MailToken token) ->
                mails.send(Email.welcomeUnverified(
                        event.id(),
                        user.email(),
                        user.name(),
                        mails.language(user.id()),
                        links.confirmEmail(token),
                        MailPurpose.VERIFY_EMAIL.life()));
            case IssueEmailVerification.Result.AlreadyVerified(User user) -> welcome(event, user);
            case IssueEmailVerification.Result.Nobody() -> new Handled.Done();
        };
    }

    private Handled welcome(Event event, User user) {
        Language language = mails.language(user.id());
        return mails.send(Email.welcome(event.id(), user.email(), user.name(), language));
    }
}
