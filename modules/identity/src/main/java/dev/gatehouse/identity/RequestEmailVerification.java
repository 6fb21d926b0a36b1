package dev.gatehouse.identity;

import dev.gatehouse.identity.model.Caller;
import dev.gatehouse.identity.port.IUserRepository;

/** Has the link mailed once more that confirms a user's address. */
public final class RequestEmailVerification {

    public record Command(Caller caller) {}

    public sealed interface Result {
        /** A mail goes out, unless there was one a moment ago or there is nothing to confirm. */
        record Accepted() implements Result {}
    }

    private final IUserRepository users;
    private final VerificationMails mails;

    public RequestEmailVerification(IUserRepository users, VerificationMails mails) {
        this.users = users;
        this.mails = mails;
    }

    public Result handle(Command command) {
        users.findById(command.caller().user())
                .filter(user -> !user.emailVerified())
                .ifPresent(user -> mails.request(user, () -> {}));
        return new Result.Accepted();
    }
}
