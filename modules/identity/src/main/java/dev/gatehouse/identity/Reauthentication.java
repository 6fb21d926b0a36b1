package dev.gatehouse.identity;

import dev.gatehouse.identity.LoginAttempts.Budget;
import dev.gatehouse.identity.LoginAttempts.Reservation;
import dev.gatehouse.identity.model.Credential;
import dev.gatehouse.identity.model.EmailAddress;
import dev.gatehouse.identity.model.Password;
import dev.gatehouse.identity.model.PasswordHash;
import dev.gatehouse.identity.model.User;
import dev.gatehouse.identity.model.UserId;
import dev.gatehouse.identity.port.CredentialStore;
import dev.gatehouse.identity.port.IUserRepository;
import dev.gatehouse.identity.port.PasswordHasher;
import java.time.Duration;
import java.util.Optional;

/** The step before what a session alone must not do: its user gives their password once more. */
public final class Reauthentication {

    /** What became of it. */
    sealed interface Outcome {
        /** It is theirs; {@link #confirm} says whether it still is when it matters. */
        record Right(Credential credential) implements Outcome {}

        record Wrong() implements Outcome {}

        /** Too many attempts at this account have failed, here or at its log-in. */
        record Locked(Duration retryAfter) implements Outcome {}

        /** The user was deleted a moment ago. */
        record Gone() implements Outcome {}
    }

    private final IUserRepository users;
    private final CredentialStore credentials;
    private final PasswordHasher hasher;
    private final LoginAttempts attempts;
    private final PasswordAudit audit;

    public Reauthentication(
            IUserRepository users,
            CredentialStore credentials,
            PasswordHasher hasher,
            LoginAttempts attempts,
            PasswordAudit audit) {
        this.users = users;
        this.credentials = credentials;
        this.hasher = hasher;
        this.attempts = attempts;
        this.audit = audit;
    }

    /** Takes an attempt as a log-in from a known device does, which a live session is a sign of, and hashes once; none for whoever is locked. */
    Outcome verify(UserId user, Password password) {
        Optional<User> found = users.findById(user);
        if (found.isEmpty()) {
            return new Outcome.Gone();
        }
        EmailAddress email = found.get().email();
        return switch (attempts.reserve(email, Budget.KNOWN_DEVICES)) {
            case Reservation.Locked(Duration retryAfter) -> {
                audit.unconfirmed(found.get(), PasswordAudit.LOCKED);
                yield new Outcome.Locked(retryAfter);
            }
            case Reservation.Reserved attempt -> attempted(found.get(), password, attempt);
        };
    }

    private Outcome attempted(User user, Password password, Reservation.Reserved attempt) {
        boolean failed = false;
        try {
            Optional<Credential> credential = credentials.findByUser(user.id());
            PasswordHash hash = credential.map(Credential::passwordHash).orElseGet(hasher::dummy);
            boolean right = hasher.verify(password, hash) && credential.isPresent();
            failed = !right;
            return right ? new Outcome.Right(credential.get()) : new Outcome.Wrong();
        } finally {
            if (failed) {
                audit.unconfirmed(user, PasswordAudit.WRONG_PASSWORD);
            }
            if (!failed) {
                attempts.giveBack(attempt);
            } else if (attempts.fail(attempt)) {
                audit.locked(user.email());
            }
        }
    }

    /** Locks the user in the caller's unit of work; empty unless what was verified is so still. */
    Optional<User> confirm(Credential verified, Password password) {
        return users.lock(verified.user()).filter(User::mayLogIn).filter(user -> credentials
                .findByUser(user.id())
                .filter(now -> isStillRight(password, verified, now))
                .isPresent());
    }

    /** As at a log-in: another hash may be one of the same password, made anew by a log-in beside this. */
    private boolean isStillRight(Password password, Credential verified, Credential now) {
        return now.passwordHash().equals(verified.passwordHash())
                || (!hasher.isCurrent(verified.passwordHash()) && hasher.verify(password, now.passwordHash()));
    }
}
