package dev.gatehouse.identity;

import dev.gatehouse.audit.Action;
import dev.gatehouse.audit.AuditLog;
import dev.gatehouse.audit.Fact;
import dev.gatehouse.events.Event;
import dev.gatehouse.events.EventLog;
import dev.gatehouse.events.UnitOfWork;
import dev.gatehouse.identity.model.Challenge;
import dev.gatehouse.identity.model.Challenge.Purpose;
import dev.gatehouse.identity.model.ChallengeId;
import dev.gatehouse.identity.model.CodeEvent;
import dev.gatehouse.identity.model.CodePolicy;
import dev.gatehouse.identity.model.ContactHash;
import dev.gatehouse.identity.model.Destination;
import dev.gatehouse.identity.model.UserId;
import dev.gatehouse.identity.port.ChallengeStore;
import dev.gatehouse.identity.port.ChallengeStore.Opening;
import dev.gatehouse.identity.port.IdGenerator;
import dev.gatehouse.identity.port.OneTimeCodes;
import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Has a code sent to a mailbox or a telephone. */
public final class RequestCode {

    /**
     * @param requester who calls; null for nobody. For a log-in it does not count
     * @param language that whoever asks would rather read; null when nobody said
     */
    public record Command(
            Destination destination,
            Purpose purpose,
            @Nullable UserId requester,
            @Nullable Locale language) {}

    public sealed interface Result {
        /** A code is on its way, if the destination is anybody's; whether it is, nobody learns. */
        record Requested(ChallengeId challenge, Duration expiresIn, Duration resendIn) implements Result {}

        record TooSoon(Duration retryAfter) implements Result {}

        /** No code goes there, whoever asks: that way of sending is off, or the number is of a country without service. */
        record NotServed() implements Result {}
    }

    private final CodeChannels channels;
    private final ChallengeStore challenges;
    private final OneTimeCodes codes;
    private final CodePolicy policy;
    private final ContactHash contacts;
    private final EventLog events;
    private final AuditLog audit;
    private final UnitOfWork work;
    private final IdGenerator ids;
    private final Clock clock;

    public RequestCode(
            CodeChannels channels,
            ChallengeStore challenges,
            OneTimeCodes codes,
            CodePolicy policy,
            ContactHash contacts,
            EventLog events,
            AuditLog audit,
            UnitOfWork work,
            IdGenerator ids,
            Clock clock) {
        this.channels = channels;
        this.challenges = challenges;
        this.codes = codes;
        this.policy = policy;
        this.contacts = contacts;
        this.events = events;
        this.audit = audit;
        this.work = work;
        this.ids = ids;
        this.clock = clock;
    }

    /** The same work whether the destination is anybody's or not: it is not looked up here. */
    public Result handle(Command command) {
        if (!channels.serve(command.destination())) {
            audit.record(fact(Fact.denied(Action.CODE_REQUEST, "not-served"), command));
            return new Result.NotServed();
        }
        var challenge = new Challenge(
                new ChallengeId(command.destination().hash(contacts), codes.nextNonce()),
                command.purpose(),
                command.destination(),
                command.purpose() == Purpose.LOGIN ? null : command.requester(),
                command.language());
        return switch (challenges.open(challenge)) {
            case Opening.TooSoon(Duration retryAfter) -> {
                audit.record(fact(Fact.denied(Action.CODE_REQUEST, "too-soon"), command));
                yield new Result.TooSoon(retryAfter);
            }
            case Opening.Opened() -> {
                tell(challenge.id(), fact(Fact.done(Action.CODE_REQUEST), command));
                yield new Result.Requested(challenge.id(), policy.life(), policy.cooldown());
            }
        };
    }

    private Fact fact(Fact fact, Command command) {
        UserId requester = command.requester();
        return fact.by(requester == null ? null : requester.value())
                .about(command.destination().hash(contacts))
                .with("purpose", command.purpose().name().toLowerCase(Locale.ROOT));
    }

    private void tell(ChallengeId challenge, Fact fact) {
        var event = new Event(ids.next(), CodeEvent.REQUESTED, ids.next(), clock.instant(), CodeEvent.data(challenge));
        work.run(() -> {
            events.append(event);
            audit.record(fact);
            return event;
        });
    }
}
