package dev.gatehouse.notification.handler;

import dev.gatehouse.events.Event;
import dev.gatehouse.events.EventHandler;
import dev.gatehouse.events.Handled;
import dev.gatehouse.identity.IssueEmailChange;
import dev.gatehouse.identity.IssueEmailVerification;
import dev.gatehouse.identity.model.EmailAddress;
import dev.gatehouse.identity.model.MailPurpose;
import dev.gatehouse.identity.model.MailToken;
import dev.gatehouse.identity.model.User;
import dev.gatehouse.identity.model.UserEvent;
import dev.gatehouse.identity.model.UserId;
import dev.gatehouse.notification.model.AccountLinks;
import dev.gatehouse.notification.model.Email;
import java.util.Set;
import java.util.UUID;

/** Sends the mails about addresses: those with a link that confirms one, and those to whoever has one already. */
public final class EmailAddressMailHandler implements EventHandler {

    private static final Set<String> TYPES = Set.of(
            UserEvent.EMAIL_VERIFICATION_REQUESTED, UserEvent.EMAIL_CHANGE_REQUESTED, UserEvent.REGISTRATION_REPEATED);

    private final IssueEmailVerification issueEmailVerification;
    private final IssueEmailChange issueEmailChange;
    private final AccountLinks links;
    private final AccountMails mails;

    public EmailAddressMailHandler(
            IssueEmailVerification issueEmailVerification,
            IssueEmailChange issueEmailChange,
            AccountLinks links,
            AccountMails mails) {
        this.issueEmailVerification = issueEmailVerification;
        this.issueEmailChange = issueEmailChange;
        this.links = links;
        this.mails = mails;
    }

    @Override
    public String name() {
        return "email-address-mail";
    }

    @Override
    public boolean handles(String type) {
        return TYPES.contains(type);
    }

    @Override
    public Handled handle(Event event) {
        var user = new UserId(event.subject());
        return event.type().equals(UserEvent.EMAIL_CHANGE_REQUESTED)
                ? change(event, issueEmailChange.handle(new IssueEmailChange.Command(user)))
                : verify(event, issueEmailVerification.handle(new IssueEmailVerification.Command(user)));
    }

    private Handled verify(Event event, IssueEmailVerification.Result result) {
        return switch (result) {
            case IssueEmailVerification.Result.Issued(User user, MailToken token) ->
                mails.send(Email.verifyEmail(
                        event.id(),
                        user.email(),
                        user.name(),
                        mails.language(user.id()),
                        links.confirmEmail(token),
                        MailPurpose.VERIFY_EMAIL.life()));
            case IssueEmailVerification.Result.AlreadyVerified(User owner) ->
                event.type().equals(UserEvent.REGISTRATION_REPEATED)
                        ? tellOwner(event.id(), owner)
                        : new Handled.Done();
            case IssueEmailVerification.Result.Nobody() -> new Handled.Done();
        };
    }

    private Handled change(Event event, IssueEmailChange.Result result) {
        return switch (result) {
            case IssueEmailChange.Result.Issued(User user, EmailAddress email, MailToken token) ->
                link(event.id(), user, email, token);
            case IssueEmailChange.Result.Taken(User owner) -> tellOwner(event.id(), owner);
            case IssueEmailChange.Result.Nobody() -> new Handled.Done();
        };
    }

    private Handled link(UUID id, User user, EmailAddress email, MailToken token) {
        return mails.send(Email.changeEmail(
                id,
                email,
                user.name(),
                mails.language(user.id()),
                links.confirmEmail(token),
                MailPurpose.CHANGE_EMAIL.life()));
    }

    private Handled tellOwner(UUID id, User owner) {
        return mails.send(Email.accountExists(id, owner.email(), owner.name(), mails.language(owner.id())));
    }
}
