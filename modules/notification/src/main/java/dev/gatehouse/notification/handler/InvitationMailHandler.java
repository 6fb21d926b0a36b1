package dev.gatehouse.notification.handler;

import dev.gatehouse.events.Event;
import dev.gatehouse.events.EventHandler;
import dev.gatehouse.events.Handled;
import dev.gatehouse.identity.IssueInvitation;
import dev.gatehouse.identity.model.MailPurpose;
import dev.gatehouse.identity.model.MailToken;
import dev.gatehouse.identity.model.User;
import dev.gatehouse.identity.model.UserEvent;
import dev.gatehouse.identity.model.UserId;
import dev.gatehouse.notification.model.AccountLinks;
import dev.gatehouse.notification.model.Email;
import java.util.Set;

/** Invites whoever has an account since now that an administrator made, with the link that sets its password. */
public final class InvitationMailHandler implements EventHandler {

    private static final Set<String> TYPES = Set.of(UserEvent.INVITED, UserEvent.INVITATION_REQUESTED);

    private final IssueInvitation issueInvitation;
    private final AccountLinks links;
    private final AccountMails mails;

    public InvitationMailHandler(IssueInvitation issueInvitation, AccountLinks links, AccountMails mails) {
        this.issueInvitation = issueInvitation;
        this.links = links;
        this.mails = mails;
    }

    @Override
    public String name() {
        return "invitation-mail";
    }

    @Override
    public boolean handles(String type) {
        return TYPES.contains(type);
    }

    @Override
    public Handled handle(Event event) {
        var command = new IssueInvitation.Command(new UserId(event.subject()));
        return switch (issueInvitation.handle(command)) {
            case IssueInvitation.Result.Issued(User user, MailToken token) ->
                mails.send(Email.invitation(
                        event.id(),
                        user.email(),
                        user.name(),
                        mails.language(user.id()),
                        links.resetPassword(token),
                        MailPurpose.INVITE.life()));
            case IssueInvitation.Result.Nobody() -> new Handled.Done();
        };
    }
}
