package dev.gatehouse.identity;

import dev.gatehouse.audit.Action;
import dev.gatehouse.audit.AuditLog;
import dev.gatehouse.audit.Fact;
import dev.gatehouse.identity.model.Caller;
import dev.gatehouse.identity.model.User;
import dev.gatehouse.identity.model.UserId;
import dev.gatehouse.identity.port.CredentialStore;
import dev.gatehouse.identity.port.IUserRepository;

/**
 * Has the link mailed once more that confirms a user's address, for an administrator, who learns whether it was; to whoever
 * was invited and has no password yet, the invitation.
 */
public final class ResendVerification {

    public record Command(Caller administrator, UserId user) {}

    public sealed interface Result {
        /** It is on its way. */
        record Sent() implements Result {}

        record AlreadyVerified() implements Result {}

        /** There was one a moment ago, or too many of late. */
        record TooSoon() implements Result {}

        record NotFound() implements Result {}
    }

    private final IUserRepository users;
    private final CredentialStore credentials;
    private final VerificationMails mails;
    private final AuditLog audit;

    public ResendVerification(
            IUserRepository users, CredentialStore credentials, VerificationMails mails, AuditLog audit) {
        this.users = users;
        this.credentials = credentials;
        this.mails = mails;
        this.audit = audit;
    }

    public Result handle(Command command) {
        return users.findById(command.user())
                .map(user -> user.emailVerified() ? verified(command) : resent(command, user))
                .orElseGet(Result.NotFound::new);
    }

    private Result verified(Command command) {
        audit.record(whose(Fact.denied(Action.VERIFICATION_RESEND, "already-verified"), command));
        return new Result.AlreadyVerified();
    }

    private Result resent(Command command, User user) {
        Fact done = whose(Fact.done(Action.VERIFICATION_RESEND), command);
        boolean invited = credentials.findByUser(user.id()).isEmpty();
        Runnable more = () -> audit.record(done.with("message", invited ? "invitation" : "verify-email"));
        if (invited ? mails.invite(user, more) : mails.request(user, more)) {
            return new Result.Sent();
        }
        audit.record(whose(Fact.denied(Action.VERIFICATION_RESEND, "too-soon"), command));
        return new Result.TooSoon();
    }

    private static Fact whose(Fact fact, Command command) {
        return fact.by(command.administrator().user().value()).on(command.user().value());
    }
}
