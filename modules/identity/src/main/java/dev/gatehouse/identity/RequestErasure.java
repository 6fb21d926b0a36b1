package dev.gatehouse.identity;

import dev.gatehouse.events.Event;
import dev.gatehouse.events.EventLog;
import dev.gatehouse.events.UnitOfWork;
import dev.gatehouse.identity.Reauthentication.Outcome;
import dev.gatehouse.identity.model.Caller;
import dev.gatehouse.identity.model.Credential;
import dev.gatehouse.identity.model.Password;
import dev.gatehouse.identity.model.User;
import dev.gatehouse.identity.model.UserEvent;
import dev.gatehouse.identity.port.IdGenerator;
import dev.gatehouse.identity.port.UserRights;
import dev.gatehouse.privacy.Erasure;
import dev.gatehouse.privacy.Erasures;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** Notes that a user wishes to be erased, once they had time to think better of it. */
public final class RequestErasure {

    public record Command(Caller caller, Password password) {

        @Override
        public String toString() {
            return "Command[…]";
        }
    }

    public sealed interface Result {
        /**
         * @param erasure of this wish, or of the one that they had
         */
        record Requested(Erasure erasure) implements Result {}

        record WrongPassword() implements Result {}

        /** Too many attempts have failed, here or at the log-in. */
        record Locked(Duration retryAfter) implements Result {}

        /** After it, there would be no administrator who may log in. */
        record LastAdministrator() implements Result {}

        /** The user was deleted a moment ago. */
        record Gone() implements Result {}
    }

    private final Reauthentication reauthentication;
    private final UserRights rights;
    private final Erasures erasures;
    private final EventLog events;
    private final UnitOfWork work;
    private final IdGenerator ids;
    private final Clock clock;
    private final Duration grace;

    /**
     * @param grace how long a wish may be taken back; may be nothing
     */
    public RequestErasure(
            Reauthentication reauthentication,
            UserRights rights,
            Erasures erasures,
            EventLog events,
            UnitOfWork work,
            IdGenerator ids,
            Clock clock,
            Duration grace) {
        this.reauthentication = reauthentication;
        this.rights = rights;
        this.erasures = erasures;
        this.events = events;
        this.work = work;
        this.ids = ids;
        this.clock = clock;
        this.grace = grace;
    }

    /** One Argon2 hash; then all or nothing. Whoever asks again has the same wish. */
    public Result handle(Command command) {
        return switch (reauthentication.verify(command.caller().user(), command.password())) {
            case Outcome.Wrong() -> new Result.WrongPassword();
            case Outcome.Locked(Duration retryAfter) -> new Result.Locked(retryAfter);
            case Outcome.Gone() -> new Result.Gone();
            case Outcome.Right(Credential credential) -> work.run(() -> request(command, credential));
        };
    }

    private Result request(Command command, Credential credential) {
        int others = command.caller().isAdministrator() ? rights.lockAndCountAdministrators() - 1 : 0;
        return reauthentication
                .confirm(credential, command.password())
                .map(user -> user.isAdministrator() && others < 1
                        ? new Result.LastAdministrator()
                        : new Result.Requested(request(user)))
                .orElseGet(Result.Gone::new);
    }

    private Erasure request(User user) {
        Instant now = clock.instant();
        Erasure wish = Erasure.wish(ids.next(), user.id().value(), now, grace);
        if (!erasures.request(wish)) {
            return erasures.findOf(user.id().value()).orElse(wish);
        }
        var data = UserEvent.dueAt(wish.dueAt());
        events.append(
                new Event(ids.next(), UserEvent.ERASURE_REQUESTED, user.id().value(), now, data));
        return wish;
    }
}
