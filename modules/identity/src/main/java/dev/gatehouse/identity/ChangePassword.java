package dev.gatehouse.identity;

import dev.gatehouse.audit.Action;
import dev.gatehouse.audit.AuditLog;
import dev.gatehouse.audit.Fact;
import dev.gatehouse.events.UnitOfWork;
import dev.gatehouse.identity.Reauthentication.Outcome;
import dev.gatehouse.identity.model.Caller;
import dev.gatehouse.identity.model.Credential;
import dev.gatehouse.identity.model.Device;
import dev.gatehouse.identity.model.EndReason;
import dev.gatehouse.identity.model.NewPassword;
import dev.gatehouse.identity.model.Password;
import dev.gatehouse.identity.model.PasswordHash;
import dev.gatehouse.identity.model.Session;
import dev.gatehouse.identity.model.User;
import dev.gatehouse.identity.model.Weakness;
import dev.gatehouse.identity.port.IUserRepository;
import dev.gatehouse.identity.port.PasswordHasher;
import dev.gatehouse.identity.port.SessionStore;
import java.time.Duration;
import java.util.Optional;

/** Gives users another password when they know the one they have. */
public final class ChangePassword {

    /**
     * @param userAgent of whoever calls, as in {@link Device}
     * @param address of whoever calls
     */
    public record Command(Caller caller, Password current, NewPassword replacement, String userAgent, String address) {

        @Override
        public String toString() {
            return "Command[…]";
        }
    }

    public sealed interface Result {
        /** Every session there was is over; this one is new, on the device of the one that asked. */
        record Changed(SignedIn signedIn) implements Result {}

        record WrongPassword() implements Result {}

        /** The new one is not good enough; the old one was right, and stays. */
        record Refused(Weakness weakness) implements Result {}

        /** Too many attempts have failed, here or at the log-in. */
        record Locked(Duration retryAfter) implements Result {}

        /** The user, the password or the session was not what it had been when the request began. */
        record Gone() implements Result {}
    }

    private record Opened(User user, Session session) {}

    private final Reauthentication reauthentication;
    private final IUserRepository users;
    private final PasswordScreening screening;
    private final PasswordHasher hasher;
    private final PasswordReplacement replacement;
    private final SessionStore store;
    private final Sessions sessions;
    private final AuditLog audit;
    private final UnitOfWork work;

    public ChangePassword(
            Reauthentication reauthentication,
            IUserRepository users,
            PasswordScreening screening,
            PasswordHasher hasher,
            PasswordReplacement replacement,
            SessionStore store,
            Sessions sessions,
            AuditLog audit,
            UnitOfWork work) {
        this.reauthentication = reauthentication;
        this.users = users;
        this.screening = screening;
        this.hasher = hasher;
        this.replacement = replacement;
        this.store = store;
        this.sessions = sessions;
        this.audit = audit;
        this.work = work;
    }

    /** Two Argon2 hashes, or one for a wrong password; then all or nothing. */
    public Result handle(Command command) {
        return switch (reauthentication.verify(command.caller().user(), command.current())) {
            case Outcome.Wrong() -> new Result.WrongPassword();
            case Outcome.Locked(Duration retryAfter) -> new Result.Locked(retryAfter);
            case Outcome.Gone() -> new Result.Gone();
            case Outcome.Right(Credential credential) ->
                weakness(command).<Result>map(Result.Refused::new).orElseGet(() -> change(command, credential));
        };
    }

    private Optional<Weakness> weakness(Command command) {
        return users.findById(command.caller().user())
                .flatMap(user -> screening.weakness(command.replacement(), user.name(), user.email()));
    }

    private Result change(Command command, Credential verified) {
        PasswordHash hash = hasher.hash(command.replacement().password());
        return work.run(() -> replace(command, verified, hash))
                .<Result>map(opened -> new Result.Changed(sessions.issue(opened.user(), opened.session())))
                .orElseGet(Result.Gone::new);
    }

    private Optional<Opened> replace(Command command, Credential verified, PasswordHash hash) {
        return reauthentication.confirm(verified, command.current()).flatMap(user -> store.lock(
                        command.caller().session())
                .filter(session -> session.ended() == null)
                .map(session -> {
                    User changed = replacement.replace(user, hash, EndReason.PASSWORD_CHANGED);
                    audit.record(Fact.done(Action.PASSWORD_CHANGE).of(user.id().value()));
                    return new Opened(changed, sessions.goOn(changed, device(session, command), session.proof()));
                }));
    }

    private static Device device(Session session, Command command) {
        return new Device(session.device().id(), session.device().name(), command.userAgent(), command.address());
    }
}
