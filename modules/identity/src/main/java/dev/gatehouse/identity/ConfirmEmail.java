package dev.gatehouse.identity;

import dev.gatehouse.audit.Action;
import dev.gatehouse.audit.AuditLog;
import dev.gatehouse.audit.Fact;
import dev.gatehouse.events.Event;
import dev.gatehouse.events.EventLog;
import dev.gatehouse.events.UnitOfWork;
import dev.gatehouse.identity.model.MailPurpose;
import dev.gatehouse.identity.model.MailToken;
import dev.gatehouse.identity.model.Mailing;
import dev.gatehouse.identity.model.User;
import dev.gatehouse.identity.model.UserEvent;
import dev.gatehouse.identity.port.EmailTaken;
import dev.gatehouse.identity.port.IUserRepository;
import dev.gatehouse.identity.port.IdGenerator;
import dev.gatehouse.identity.port.MailingStore;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Confirms an address with the token that was mailed there: the user's own, or the one that they want instead. */
public final class ConfirmEmail {

    /**
     * @param token any text
     */
    public record Command(String token) {

        @Override
        public String toString() {
            return "Command[…]";
        }
    }

    public sealed interface Result {
        record Confirmed() implements Result {}

        /** Never given out, used, replaced by a newer one, too old, or of an address that is not to be had any more. */
        record InvalidToken() implements Result {}
    }

    private static final Set<MailPurpose> PURPOSES = Set.of(MailPurpose.VERIFY_EMAIL, MailPurpose.CHANGE_EMAIL);

    private final IUserRepository users;
    private final MailingStore mailings;
    private final EventLog events;
    private final AuditLog audit;
    private final UnitOfWork work;
    private final IdGenerator ids;
    private final Clock clock;

    public ConfirmEmail(
            IUserRepository users,
            MailingStore mailings,
            EventLog events,
            AuditLog audit,
            UnitOfWork work,
            IdGenerator ids,
            Clock clock) {
        this.users = users;
        this.mailings = mailings;
        this.events = events;
        this.audit = audit;
        this.work = work;
        this.ids = ids;
        this.clock = clock;
    }

    /** Of any number of parallel calls with one token one confirms. Sessions stay: who the user is has not changed. */
    public Result handle(Command command) {
        Optional<Mailing> mailing = MailToken.read(command.token())
                .map(MailToken::digest)
                .flatMap(mailings::findByDigest)
                .filter(found -> PURPOSES.contains(found.purpose()) && found.isLive(clock.instant()));
        try {
            return mailing.flatMap(found -> work.run(() -> confirmed(found)))
                    .<Result>map(user -> new Result.Confirmed())
                    .orElseGet(() -> refused(mailing));
        } catch (EmailTaken meanwhile) {
            return refused(mailing);
        }
    }

    private Result refused(Optional<Mailing> mailing) {
        audit.record(Fact.denied(Action.EMAIL_VERIFY, "invalid-token")
                .on(mailing.map(found -> found.user().value()).orElse(null)));
        return new Result.InvalidToken();
    }

    private Optional<User> confirmed(Mailing mailing) {
        return users.lock(mailing.user())
                .filter(User::mayLogIn)
                .filter(user -> isToBeHad(mailing, user))
                .filter(user -> mailings.take(mailing))
                .map(user -> mailing.purpose() == MailPurpose.CHANGE_EMAIL ? moved(user, mailing) : verified(user));
    }

    private boolean isToBeHad(Mailing mailing, User user) {
        return mailing.purpose() == MailPurpose.CHANGE_EMAIL
                ? users.findByEmail(mailing.email())
                        .filter(owner -> !owner.id().equals(user.id()))
                        .isEmpty()
                : user.email().equals(mailing.email());
    }

    private User verified(User user) {
        audit.record(Fact.done(Action.EMAIL_VERIFY).of(user.id().value()));
        return users.save(user.withConfirmed(user.email(), clock.instant()));
    }

    /** What was mailed to the old address is of no use any more. */
    private User moved(User user, Mailing mailing) {
        Instant now = clock.instant();
        mailings.remove(user.id(), Set.of(MailPurpose.RESET_PASSWORD, MailPurpose.VERIFY_EMAIL));
        events.append(new Event(ids.next(), UserEvent.EMAIL_CHANGED, user.id().value(), now, Map.of()));
        audit.record(Fact.done(Action.EMAIL_CHANGE).of(user.id().value()));
        return users.save(user.withConfirmed(mailing.email(), now));
    }
}
