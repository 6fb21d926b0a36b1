package dev.gatehouse.events;

import java.util.UUID;

/** Gives a handler another chance with a dead letter. */
public final class RedriveDeadLetter {

    public record Command(UUID letter) {}

    public sealed interface Result {
        record Redriven() implements Result {}

        /** There is no such letter; maybe somebody else was first. */
        record NotFound() implements Result {}
    }

    private final DeadLetters deadLetters;

    public RedriveDeadLetter(DeadLetters deadLetters) {
        this.deadLetters = deadLetters;
    }

    /** One round trip; the handler sees the event within seconds, as one that never failed. */
    public Result handle(Command command) {
        return deadLetters.redrive(command.letter()) ? new Result.Redriven() : new Result.NotFound();
    }
}
