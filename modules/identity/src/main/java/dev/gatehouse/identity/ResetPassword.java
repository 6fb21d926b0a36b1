package dev.gatehouse.identity;

import dev.gatehouse.audit.Action;
import dev.gatehouse.audit.AuditLog;
import dev.gatehouse.audit.Fact;
import dev.gatehouse.events.UnitOfWork;
import dev.gatehouse.identity.model.EndReason;
import dev.gatehouse.identity.model.MailPurpose;
import dev.gatehouse.identity.model.MailToken;
import dev.gatehouse.identity.model.Mailing;
import dev.gatehouse.identity.model.NewPassword;
import dev.gatehouse.identity.model.PasswordHash;
import dev.gatehouse.identity.model.User;
import dev.gatehouse.identity.model.Weakness;
import dev.gatehouse.identity.port.IUserRepository;
import dev.gatehouse.identity.port.MailingStore;
import dev.gatehouse.identity.port.PasswordHasher;
import java.time.Clock;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Gives whoever can read a user's mail another password for the user, or the first one to whoever was invited. */
public final class ResetPassword {

    /**
     * @param token any text
     */
    public record Command(String token, NewPassword replacement) {

        @Override
        public String toString() {
            return "Command[…]";
        }
    }

    public sealed interface Result {
        /** Every session is over, and nobody is signed in by it. */
        record Reset() implements Result {}

        /** The password is not good enough; the token works still. */
        record Refused(Weakness weakness) implements Result {}

        /** Never given out, used, replaced by a newer one, too old, or of an address that the user no longer has. */
        record InvalidToken() implements Result {}
    }

    private static final Set<MailPurpose> PURPOSES = Set.of(MailPurpose.RESET_PASSWORD, MailPurpose.INVITE);

    private final IUserRepository users;
    private final MailingStore mailings;
    private final PasswordScreening screening;
    private final PasswordHasher hasher;
    private final PasswordReplacement replacement;
    private final LoginAttempts attempts;
    private final DeviceWatch devices;
    private final AuditLog audit;
    private final UnitOfWork work;
    private final Clock clock;

    public ResetPassword(
            IUserRepository users,
            MailingStore mailings,
            PasswordScreening screening,
            PasswordHasher hasher,
            PasswordReplacement replacement,
            LoginAttempts attempts,
            DeviceWatch devices,
            AuditLog audit,
            UnitOfWork work,
            Clock clock) {
        this.users = users;
        this.mailings = mailings;
        this.screening = screening;
        this.hasher = hasher;
        this.replacement = replacement;
        this.attempts = attempts;
        this.devices = devices;
        this.audit = audit;
        this.work = work;
        this.clock = clock;
    }

    /**
     * No hash for whoever has no token. Of any number of parallel calls with one token one resets. It works while the
     * account is locked, and ends that: its new password was never guessed at.
     */
    public Result handle(Command command) {
        Optional<Mailing> mailing = MailToken.read(command.token())
                .map(MailToken::digest)
                .flatMap(mailings::findByDigest)
                .filter(this::resets);
        if (mailing.isEmpty()) {
            return refused(null);
        }
        return weakness(command, mailing.get())
                .<Result>map(Result.Refused::new)
                .orElseGet(() -> reset(command, mailing.get()));
    }

    private Optional<Weakness> weakness(Command command, Mailing mailing) {
        return users.findById(mailing.user())
                .flatMap(user -> screening.weakness(command.replacement(), user.name(), user.email()));
    }

    private Result reset(Command command, Mailing mailing) {
        PasswordHash hash = hasher.hash(command.replacement().password());
        return work.run(() -> reset(mailing, hash))
                .<Result>map(user -> {
                    attempts.forget(user.email());
                    return new Result.Reset();
                })
                .orElseGet(() -> refused(mailing.user().value()));
    }

    private Result refused(@Nullable UUID user) {
        audit.record(Fact.denied(Action.PASSWORD_RESET, "invalid-token").on(user));
        return new Result.InvalidToken();
    }

    private boolean resets(Mailing mailing) {
        return PURPOSES.contains(mailing.purpose()) && mailing.isLive(clock.instant());
    }

    /**
     * The link came by mail to this address, so the address is confirmed as well. Whoever had the account before may have
     * made a device of theirs known to it.
     */
    private Optional<User> reset(Mailing mailing, PasswordHash hash) {
        return users.lock(mailing.user())
                .filter(User::mayLogIn)
                .filter(user -> user.email().equals(mailing.email()))
                .filter(user -> mailings.take(mailing))
                .map(user -> {
                    devices.forget(user.id());
                    audit.record(Fact.done(Action.PASSWORD_RESET).of(user.id().value()));
                    User confirmed = user.withConfirmed(user.email(), clock.instant());
                    return replacement.replace(confirmed, hash, EndReason.PASSWORD_RESET);
                });
    }
}
