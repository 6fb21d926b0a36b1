package dev.gatehouse.audit;

import dev.gatehouse.events.UnitOfWork;

/** Keeps what an administrator has just done to something that knows nothing of the audit log. */
public final class RecordAction {

    public record Command(Fact fact) {}

    public sealed interface Result {
        record Recorded() implements Result {}
    }

    private final AuditLog log;
    private final UnitOfWork work;

    public RecordAction(AuditLog log, UnitOfWork work) {
        this.log = log;
        this.work = work;
    }

    /** Durable when it returns. */
    public Result handle(Command command) {
        return work.run(() -> {
            log.record(command.fact());
            return new Result.Recorded();
        });
    }
}
