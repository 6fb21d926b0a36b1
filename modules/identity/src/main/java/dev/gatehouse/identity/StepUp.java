package dev.gatehouse.identity;

import dev.gatehouse.events.UnitOfWork;
import dev.gatehouse.identity.SecondFactorAttempts.Outcome;
import dev.gatehouse.identity.model.AuthMethod;
import dev.gatehouse.identity.model.Caller;
import dev.gatehouse.identity.model.Password;
import dev.gatehouse.identity.model.SecondFactorCode;
import dev.gatehouse.identity.model.Session;
import dev.gatehouse.identity.model.User;
import dev.gatehouse.identity.port.IUserRepository;
import dev.gatehouse.identity.port.SessionStore;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/**
 * Has users show once more, in a session that goes on, who they are: by their second factor, or by their password if they
 * have none.
 */
public final class StepUp {

    /** What they show. */
    public sealed interface Shown {
        record ThePassword(Password password) implements Shown {
            @Override
            public String toString() {
                return "ThePassword[…]";
            }
        }

        record TheSecondFactor(SecondFactorCode code) implements Shown {}
    }

    public record Command(Caller caller, Shown shown) {}

    public sealed interface Result {
        /** The same session, with tokens that say when and how. */
        record SteppedUp(SignedIn signedIn) implements Result {}

        record WrongPassword() implements Result {}

        /** Not theirs, used already, or they have no second factor. */
        record WrongCode() implements Result {}

        /** They have a second factor, and a password does not do. */
        record SecondFactorNeeded() implements Result {}

        /** Too many attempts have failed, here or at the log-in. */
        record Locked(Duration retryAfter) implements Result {}

        /** The user or the session is over. */
        record Gone() implements Result {}
    }

    /** What is to be answered once it is committed. */
    private sealed interface Step {
        record Proven(User user, Session session) implements Step {}

        record Wrong() implements Step {}

        record Over() implements Step {}
    }

    private final Reauthentication reauthentication;
    private final IUserRepository users;
    private final SecondFactors factors;
    private final SecondFactorAttempts attempts;
    private final SessionStore store;
    private final Sessions sessions;
    private final UnitOfWork work;
    private final Clock clock;

    public StepUp(
            Reauthentication reauthentication,
            IUserRepository users,
            SecondFactors factors,
            SecondFactorAttempts attempts,
            SessionStore store,
            Sessions sessions,
            UnitOfWork work,
            Clock clock) {
        this.reauthentication = reauthentication;
        this.users = users;
        this.factors = factors;
        this.attempts = attempts;
        this.store = store;
        this.sessions = sessions;
        this.work = work;
        this.clock = clock;
    }

    /** One Argon2 hash for a password, none for a code. */
    public Result handle(Command command) {
        return switch (command.shown()) {
            case Shown.ThePassword(Password password) -> byPassword(command.caller(), password);
            case Shown.TheSecondFactor(SecondFactorCode code) -> byCode(command.caller(), code);
        };
    }

    private Result byPassword(Caller caller, Password password) {
        return switch (reauthentication.verify(caller.user(), password)) {
            case Reauthentication.Outcome.Wrong() -> new Result.WrongPassword();
            case Reauthentication.Outcome.Locked(Duration retryAfter) -> new Result.Locked(retryAfter);
            case Reauthentication.Outcome.Gone() -> new Result.Gone();
            case Reauthentication.Outcome.Right(var credential) ->
                credential.secondFactor()
                        ? new Result.SecondFactorNeeded()
                        : answer(work.run(() -> reauthentication
                                .confirm(credential, password)
                                .map(user -> prove(user, caller, Set.of(AuthMethod.PASSWORD)))
                                .orElseGet(Step.Over::new)));
        };
    }

    private Result byCode(Caller caller, SecondFactorCode code) {
        Outcome<Step> outcome = attempts.attempt(
                caller.user(),
                caller.session().value(),
                () -> work.run(() -> take(caller, code)),
                Step.Wrong.class::isInstance);
        return switch (outcome) {
            case Outcome.LookedAt<Step>(Step step) -> answer(step);
            case Outcome.PlaceUsedUp<Step>(Duration wait) -> new Result.Locked(wait);
            case Outcome.DayUsedUp<Step>(Duration wait) -> new Result.Locked(wait);
        };
    }

    private Step take(Caller caller, SecondFactorCode code) {
        Optional<User> user = users.lock(caller.user()).filter(User::mayLogIn);
        if (user.isEmpty()) {
            return new Step.Over();
        }
        return factors.taken(caller.user(), code)
                .map(factor -> prove(user.get(), caller, SecondFactors.SHOWN))
                .orElseGet(Step.Wrong::new);
    }

    private Step prove(User user, Caller caller, Set<AuthMethod> shown) {
        return store.lock(caller.session())
                .filter(session -> session.ended() == null)
                .map(session -> session.prove(shown, clock.instant()))
                .<Step>map(proven -> {
                    store.save(proven);
                    return new Step.Proven(user, proven);
                })
                .orElseGet(Step.Over::new);
    }

    private Result answer(Step step) {
        return switch (step) {
            case Step.Proven(User user, Session session) -> new Result.SteppedUp(sessions.issue(user, session));
            case Step.Wrong() -> new Result.WrongCode();
            case Step.Over() -> new Result.Gone();
        };
    }
}
