package dev.gatehouse.app.architecture.planted.identity;

/** Breaks rule 11: a result is a record. */
public final class AnswersWithAClass {

    public record Command() {}

    public sealed interface Result {
        final class Done implements Result {}
    }

    public Result handle(Command command) {
        return new Result.Done();
    }
}
