package dev.gatehouse.identity;

import dev.gatehouse.audit.Action;
import dev.gatehouse.audit.AuditLog;
import dev.gatehouse.audit.Fact;
import dev.gatehouse.events.Event;
import dev.gatehouse.events.EventLog;
import dev.gatehouse.events.UnitOfWork;
import dev.gatehouse.identity.model.Caller;
import dev.gatehouse.identity.model.UserEvent;
import dev.gatehouse.identity.port.IdGenerator;
import dev.gatehouse.privacy.Erasures;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/** Takes back a user's wish to be erased. */
public final class UndoErasure {

    public record Command(Caller caller) {}

    public sealed interface Result {
        record Undone() implements Result {}

        /** There is no such wish, or it is too late. */
        record NotFound() implements Result {}
    }

    private final Erasures erasures;
    private final EventLog events;
    private final AuditLog audit;
    private final UnitOfWork work;
    private final IdGenerator ids;
    private final Clock clock;

    public UndoErasure(
            Erasures erasures, EventLog events, AuditLog audit, UnitOfWork work, IdGenerator ids, Clock clock) {
        this.erasures = erasures;
        this.events = events;
        this.audit = audit;
        this.work = work;
        this.ids = ids;
        this.clock = clock;
    }

    /** All or nothing; of parallel calls one undoes it. */
    public Result handle(Command command) {
        UUID person = command.caller().user().value();
        Instant now = clock.instant();
        return work.run(() -> {
            if (!erasures.undo(person, now)) {
                return new Result.NotFound();
            }
            audit.record(Fact.done(Action.ERASURE_UNDO).of(person));
            events.append(new Event(ids.next(), UserEvent.ERASURE_UNDONE, person, now, Map.of()));
            return new Result.Undone();
        });
    }
}
