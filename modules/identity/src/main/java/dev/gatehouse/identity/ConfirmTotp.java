package dev.gatehouse.identity;

import dev.gatehouse.events.UnitOfWork;
import dev.gatehouse.identity.SecondFactorAttempts.Outcome;
import dev.gatehouse.identity.model.Caller;
import dev.gatehouse.identity.model.EndReason;
import dev.gatehouse.identity.model.OneTimeCode;
import dev.gatehouse.identity.model.RecoveryCode;
import dev.gatehouse.identity.model.SecondFactor;
import dev.gatehouse.identity.model.SecondFactorEvent;
import dev.gatehouse.identity.model.Session;
import dev.gatehouse.identity.model.User;
import dev.gatehouse.identity.port.IUserRepository;
import dev.gatehouse.identity.port.SecondFactorStore;
import dev.gatehouse.identity.port.SessionStore;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Switches a second factor on for users who show a code of the app that they have set up. Their other sessions end,
 * because nobody knows who opened them; the one that asks has shown both factors.
 */
public final class ConfirmTotp {

    public record Command(Caller caller, OneTimeCode code) {}

    public sealed interface Result {
        /**
         * @param recoveryCodes for when the app is not at hand; nobody sees them again
         */
        record Enabled(List<RecoveryCode> recoveryCodes) implements Result {
            public Enabled {
                recoveryCodes = List.copyOf(recoveryCodes);
            }
        }

        record WrongCode() implements Result {}

        /** There is nothing to confirm: it was not set up, too long ago, or is on already. */
        record NotSetUp() implements Result {}

        record TooManyTries(Duration retryAfter) implements Result {}

        /** The user or the session is over. */
        record Gone() implements Result {}
    }

    private final IUserRepository users;
    private final SecondFactorStore store;
    private final SecondFactors factors;
    private final SecondFactorAttempts attempts;
    private final SessionStore sessions;
    private final UnitOfWork work;
    private final Clock clock;

    public ConfirmTotp(
            IUserRepository users,
            SecondFactorStore store,
            SecondFactors factors,
            SecondFactorAttempts attempts,
            SessionStore sessions,
            UnitOfWork work,
            Clock clock) {
        this.users = users;
        this.store = store;
        this.factors = factors;
        this.attempts = attempts;
        this.sessions = sessions;
        this.work = work;
        this.clock = clock;
    }

    /** All or nothing. */
    public Result handle(Command command) {
        var caller = command.caller();
        Outcome<Result> outcome = attempts.attempt(
                caller.user(),
                caller.session().value(),
                () -> work.run(() -> confirm(command)),
                Result.WrongCode.class::isInstance);
        return switch (outcome) {
            case Outcome.LookedAt<Result>(Result result) -> result;
            case Outcome.PlaceUsedUp<Result>(Duration wait) -> new Result.TooManyTries(wait);
            case Outcome.DayUsedUp<Result>(Duration wait) -> new Result.TooManyTries(wait);
        };
    }

    private Result confirm(Command command) {
        Caller caller = command.caller();
        Optional<User> user = users.lock(caller.user());
        Optional<Session> session = sessions.lock(caller.session()).filter(open -> open.ended() == null);
        if (user.isEmpty() || session.isEmpty()) {
            return new Result.Gone();
        }
        Instant now = clock.instant();
        Optional<SecondFactor> waiting = store.find(caller.user()).filter(factor -> factor.isWaiting(now));
        if (waiting.isEmpty()) {
            return new Result.NotSetUp();
        }
        OptionalLong step = factors.step(waiting.get(), command.code());
        return step.isEmpty()
                ? new Result.WrongCode()
                : enable(waiting.get().enable(step.getAsLong(), now), session.get());
    }

    private Result enable(SecondFactor factor, Session session) {
        store.save(factor);
        List<RecoveryCode> codes = factors.newCodes(factor.user());
        sessions.save(session.prove(SecondFactors.SHOWN, clock.instant()));
        sessions.endAll(factor.user(), session.id(), EndReason.SECOND_FACTOR_ENABLED);
        factors.tell(SecondFactorEvent.ENABLED, factor.user(), Map.of());
        return new Result.Enabled(codes);
    }
}
