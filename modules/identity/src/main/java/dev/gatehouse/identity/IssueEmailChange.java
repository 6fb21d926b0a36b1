package dev.gatehouse.identity;

import dev.gatehouse.events.UnitOfWork;
import dev.gatehouse.identity.model.EmailAddress;
import dev.gatehouse.identity.model.MailPurpose;
import dev.gatehouse.identity.model.MailToken;
import dev.gatehouse.identity.model.Mailing;
import dev.gatehouse.identity.model.User;
import dev.gatehouse.identity.model.UserId;
import dev.gatehouse.identity.port.IUserRepository;
import dev.gatehouse.identity.port.MailTokenGenerator;
import dev.gatehouse.identity.port.MailingStore;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;

/** Makes the token of a mail that confirms the address a user wants, at the moment when that mail is composed. */
public final class IssueEmailChange {

    public record Command(UserId user) {}

    public sealed interface Result {
        /** The token, for the new address, is in this result and nowhere else; the one before is dead. */
        record Issued(User user, EmailAddress email, MailToken token) implements Result {

            @Override
            public String toString() {
                return "Issued[" + user.id() + "]";
            }
        }

        /** Somebody else has the address: they are to be told, and nothing will change. */
        record Taken(User owner) implements Result {}

        /** The user is gone, or has changed their mind. */
        record Nobody() implements Result {}
    }

    private final IUserRepository users;
    private final MailingStore mailings;
    private final MailTokenGenerator tokens;
    private final UnitOfWork work;
    private final Clock clock;

    public IssueEmailChange(
            IUserRepository users, MailingStore mailings, MailTokenGenerator tokens, UnitOfWork work, Clock clock) {
        this.users = users;
        this.mailings = mailings;
        this.tokens = tokens;
        this.work = work;
        this.clock = clock;
    }

    /** To be called again when the mail could not be sent: the next token replaces this one. */
    public Result handle(Command command) {
        return work.run(() -> users.lock(command.user())
                .filter(User::mayLogIn)
                .flatMap(user -> mailings.find(user.id(), MailPurpose.CHANGE_EMAIL)
                        .map(mailing -> decide(user, mailing.email())))
                .orElseGet(Result.Nobody::new));
    }

    private Result decide(User user, EmailAddress email) {
        Optional<User> owner =
                users.findByEmail(email).filter(found -> !found.id().equals(user.id()));
        if (owner.isPresent()) {
            return new Result.Taken(owner.get());
        }
        Instant now = clock.instant();
        MailToken token = tokens.next();
        mailings.put(Mailing.linked(user.id(), MailPurpose.CHANGE_EMAIL, email, token, now));
        return new Result.Issued(user, email, token);
    }
}
