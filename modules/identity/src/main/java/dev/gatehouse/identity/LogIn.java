package dev.gatehouse.identity;

import dev.gatehouse.events.UnitOfWork;
import dev.gatehouse.identity.LoginAttempts.Budget;
import dev.gatehouse.identity.LoginAttempts.Reservation;
import dev.gatehouse.identity.model.AuthMethod;
import dev.gatehouse.identity.model.CookieJar;
import dev.gatehouse.identity.model.Credential;
import dev.gatehouse.identity.model.Device;
import dev.gatehouse.identity.model.DeviceMark;
import dev.gatehouse.identity.model.EmailAddress;
import dev.gatehouse.identity.model.LoginChallenge;
import dev.gatehouse.identity.model.MasterKey;
import dev.gatehouse.identity.model.Password;
import dev.gatehouse.identity.model.PasswordHash;
import dev.gatehouse.identity.model.Registration;
import dev.gatehouse.identity.model.Session;
import dev.gatehouse.identity.model.User;
import dev.gatehouse.identity.model.UserId;
import dev.gatehouse.identity.port.CredentialStore;
import dev.gatehouse.identity.port.IUserRepository;
import dev.gatehouse.identity.port.PasswordHasher;
import dev.gatehouse.identity.port.PasswordHasherBusy;
import dev.gatehouse.identity.port.StoreUnavailable;
import java.time.Duration;
import java.util.Optional;

/** Signs a user in with e-mail and password, and with a second factor afterwards where they have one. */
public final class LogIn {

    /**
     * @param jar what the client keeps for us
     */
    public record Command(EmailAddress email, Password password, Device device, CookieJar jar) {

        public Command(EmailAddress email, Password password, Device device) {
            this(email, password, device, CookieJar.NONE);
        }

        @Override
        public String toString() {
            return "Command[…]";
        }
    }

    public sealed interface Result {
        record LoggedIn(SignedIn signedIn) implements Result {}

        /**
         * The password was right, and is not enough.
         *
         * @param challenge the text of a {@link LoginChallenge}, for {@link VerifySecondFactor}
         */
        record SecondFactorNeeded(String challenge, Duration life) implements Result {
            @Override
            public String toString() {
                return "SecondFactorNeeded[…]";
            }
        }

        /** Unknown, wrong, or not allowed to log in: nobody outside learns which. */
        record InvalidCredentials() implements Result {}

        /** Too many attempts have failed; whether there is such an account, nobody learns. */
        record Locked(Duration retryAfter) implements Result {}
    }

    /** What is to be answered once it is committed. */
    private sealed interface Entry {
        record Opened(User user, Session session) implements Entry {}

        record Demanded(LoginChallenge challenge) implements Entry {}
    }

    private final IUserRepository users;
    private final CredentialStore credentials;
    private final PasswordHasher hasher;
    private final LoginAttempts attempts;
    private final Registration registration;
    private final DeviceWatch devices;
    private final SecondFactors factors;
    private final Sessions sessions;
    private final MasterKey key;
    private final PasswordAudit audit;
    private final UnitOfWork work;

    public LogIn(
            IUserRepository users,
            CredentialStore credentials,
            PasswordHasher hasher,
            LoginAttempts attempts,
            Registration registration,
            DeviceWatch devices,
            SecondFactors factors,
            Sessions sessions,
            MasterKey key,
            PasswordAudit audit,
            UnitOfWork work) {
        this.users = users;
        this.credentials = credentials;
        this.hasher = hasher;
        this.attempts = attempts;
        this.registration = registration;
        this.devices = devices;
        this.factors = factors;
        this.sessions = sessions;
        this.key = key;
        this.audit = audit;
        this.work = work;
    }

    /**
     * One Argon2 hash on every path, whoever asks, but none for whoever is locked. A password that was right is hashed once
     * more where its hash is outdated.
     */
    public Result handle(Command command) {
        boolean known = devices.knows(command.email(), DeviceMark.shown(command.device(), command.jar()));
        return switch (attempts.reserve(command.email(), known ? Budget.KNOWN_DEVICES : Budget.OTHERS)) {
            case Reservation.Locked(Duration retryAfter) -> {
                audit.refused(command, null, PasswordAudit.LOCKED);
                yield new Result.Locked(retryAfter);
            }
            case Reservation.Reserved attempt -> attempted(command, attempt);
        };
    }

    /** An attempt that came to no end is not a failed one. */
    private Result attempted(Command command, Reservation.Reserved attempt) {
        boolean failed = false;
        try {
            Result result = verified(command);
            failed = result instanceof Result.InvalidCredentials;
            return result;
        } finally {
            if (!failed) {
                attempts.giveBack(attempt);
            } else if (attempts.fail(attempt)) {
                audit.locked(command.email());
            }
        }
    }

    private Result verified(Command command) {
        Optional<Credential> credential = credentials.findByEmail(command.email());
        PasswordHash hash = credential.map(Credential::passwordHash).orElseGet(hasher::dummy);
        boolean matches = hasher.verify(command.password(), hash);
        if (matches && credential.isPresent()) {
            return opened(command, credential.get());
        }
        UserId user = credential.map(Credential::user).orElse(null);
        audit.refused(command, user, user == null ? PasswordAudit.UNKNOWN_ACCOUNT : PasswordAudit.WRONG_PASSWORD);
        return new Result.InvalidCredentials();
    }

    private Result opened(Command command, Credential verified) {
        Optional<Entry> entry = work.run(() -> enter(command, verified));
        if (entry.isEmpty()) {
            return new Result.InvalidCredentials();
        }
        rehash(command.password(), verified);
        return switch (entry.get()) {
            case Entry.Opened(User user, Session session) -> new Result.LoggedIn(sessions.issue(user, session));
            case Entry.Demanded(LoginChallenge challenge) ->
                new Result.SecondFactorNeeded(challenge.seal(key), LoginChallenge.LIFE);
        };
    }

    /** Hashing took its time: under the user's lock, what it was based on must still be so. */
    private Optional<Entry> enter(Command command, Credential verified) {
        Optional<User> found = users.lock(verified.user());
        Optional<Entry> entry = found.filter(registration::admits).flatMap(user -> credentials
                .findByUser(user.id())
                .filter(now -> isStillRight(command.password(), verified, now))
                .map(now -> enter(user, now, command)));
        if (entry.isEmpty()) {
            audit.refused(command, verified.user(), refusal(found));
        }
        return entry;
    }

    private String refusal(Optional<User> found) {
        if (found.isEmpty()) {
            return PasswordAudit.UNKNOWN_ACCOUNT;
        }
        if (!found.get().mayLogIn()) {
            return PasswordAudit.DISABLED;
        }
        return registration.admits(found.get()) ? PasswordAudit.CREDENTIAL_CHANGED : PasswordAudit.EMAIL_UNVERIFIED;
    }

    private Entry enter(User user, Credential now, Command command) {
        Optional<LoginChallenge> demanded = now.secondFactor()
                ? factors.demanded(user, AuthMethod.PASSWORD, command.jar().trust())
                : Optional.empty();
        return demanded.<Entry>map(Entry.Demanded::new).orElseGet(() -> new Entry.Opened(user, session(user, command)));
    }

    private Session session(User user, Command command) {
        Session session = sessions.open(user, command.device());
        devices.greet(session, command.jar());
        audit.loggedIn(session);
        return session;
    }

    /** Another hash may be one of the same password, which a log-in beside this one has just made better. */
    private boolean isStillRight(Password password, Credential verified, Credential now) {
        return now.passwordHash().equals(verified.passwordHash())
                || (!hasher.isCurrent(verified.passwordHash()) && hasher.verify(password, now.passwordHash()));
    }

    /** The password is at hand, so its hash can become what it would be today; if not now, then the next time. */
    private void rehash(Password password, Credential verified) {
        if (!hasher.isCurrent(verified.passwordHash())) {
            try {
                credentials.rehash(verified, hasher.hash(password));
            } catch (PasswordHasherBusy | StoreUnavailable later) {
                // The session is open, and whoever opened it is not to wait.
            }
        }
    }
}
