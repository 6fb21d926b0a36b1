package dev.gatehouse.identity;

import dev.gatehouse.events.UnitOfWork;
import dev.gatehouse.identity.model.MailPurpose;
import dev.gatehouse.identity.model.MailToken;
import dev.gatehouse.identity.model.Mailing;
import dev.gatehouse.identity.model.User;
import dev.gatehouse.identity.model.UserId;
import dev.gatehouse.identity.port.CredentialStore;
import dev.gatehouse.identity.port.IUserRepository;
import dev.gatehouse.identity.port.MailTokenGenerator;
import dev.gatehouse.identity.port.MailingStore;
import java.time.Clock;

/** Makes the token of a mail that invites the owner of an account, at the moment when that mail is composed. */
public final class IssueInvitation {

    public record Command(UserId user) {}

    public sealed interface Result {
        /** The token is in this result and nowhere else; the one before is dead. */
        record Issued(User user, MailToken token) implements Result {

            @Override
            public String toString() {
                return "Issued[" + user.id() + "]";
            }
        }

        /** There is nobody, or nobody who may log in and has yet to choose a password: no mail. */
        record Nobody() implements Result {}
    }

    private final IUserRepository users;
    private final CredentialStore credentials;
    private final MailingStore mailings;
    private final MailTokenGenerator tokens;
    private final UnitOfWork work;
    private final Clock clock;

    public IssueInvitation(
            IUserRepository users,
            CredentialStore credentials,
            MailingStore mailings,
            MailTokenGenerator tokens,
            UnitOfWork work,
            Clock clock) {
        this.users = users;
        this.credentials = credentials;
        this.mailings = mailings;
        this.tokens = tokens;
        this.work = work;
        this.clock = clock;
    }

    /** To be called again when the mail could not be sent: the next token replaces this one. */
    public Result handle(Command command) {
        return work.run(() -> users.lock(command.user())
                .filter(User::mayLogIn)
                .filter(user -> credentials.findByUser(user.id()).isEmpty())
                .<Result>map(this::issued)
                .orElseGet(Result.Nobody::new));
    }

    private Result issued(User user) {
        MailToken token = tokens.next();
        mailings.put(Mailing.linked(user.id(), MailPurpose.INVITE, user.email(), token, clock.instant()));
        return new Result.Issued(user, token);
    }
}
