package dev.gatehouse.notification.handler;

import dev.gatehouse.events.Event;
import dev.gatehouse.events.EventHandler;
import dev.gatehouse.events.Handled;
import dev.gatehouse.identity.IssuePasswordReset;
import dev.gatehouse.identity.ReadProfile;
import dev.gatehouse.identity.model.MailPurpose;
import dev.gatehouse.identity.model.MailToken;
import dev.gatehouse.identity.model.User;
import dev.gatehouse.identity.model.UserEvent;
import dev.gatehouse.identity.model.UserId;
import dev.gatehouse.notification.model.AccountLinks;
import dev.gatehouse.notification.model.Email;

/** Sends the mails about passwords: the link to whoever forgot theirs, and the notice that there is another one. */
public final class PasswordMailHandler implements EventHandler {

    private final IssuePasswordReset issuePasswordReset;
    private final ReadProfile readProfile;
    private final AccountLinks links;
    private final AccountMails mails;

    public PasswordMailHandler(
            IssuePasswordReset issuePasswordReset, ReadProfile readProfile, AccountLinks links, AccountMails mails) {
        this.issuePasswordReset = issuePasswordReset;
        this.readProfile = readProfile;
        this.links = links;
        this.mails = mails;
    }

    @Override
    public String name() {
        return "password-mail";
    }

    @Override
    public boolean handles(String type) {
        return type.equals(UserEvent.PASSWORD_RESET_REQUESTED) || type.equals(UserEvent.PASSWORD_CHANGED);
    }

    @Override
    public Handled handle(Event event) {
        var user = new UserId(event.subject());
        return event.type().equals(UserEvent.PASSWORD_CHANGED) ? changed(event, user) : forgotten(event, user);
    }

    private Handled forgotten(Event event, UserId id) {
        return switch (issuePasswordReset.handle(new IssuePasswordReset.Command(id))) {
            case IssuePasswordReset.Result.Issued(User user, MailToken token) ->
                mails.send(Email.passwordReset(
                        event.id(),
                        user.email(),
                        user.name(),
                        mails.language(id),
                        links.resetPassword(token),
                        MailPurpose.RESET_PASSWORD.life()));
            case IssuePasswordReset.Result.Nobody() -> new Handled.Done();
        };
    }

    private Handled changed(Event event, UserId id) {
        return switch (readProfile.handle(new ReadProfile.Command(id))) {
            case ReadProfile.Result.Found(User user) ->
                mails.send(Email.passwordChanged(
                        event.id(), user.email(), user.name(), mails.language(id), event.occurredAt()));
            case ReadProfile.Result.Gone() -> new Handled.Done();
        };
    }
}
