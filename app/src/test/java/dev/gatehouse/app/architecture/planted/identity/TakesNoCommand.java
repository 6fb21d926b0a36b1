package dev.gatehouse.app.architecture.planted.identity;

/** Breaks rule 11: what is at the root is a use case, or is named among the collaborators. */
public final class TakesNoCommand {

    public sealed interface Result {
        record Done() implements Result {}
    }

    public Result handle(String command) {
        return new Result.Done();
    }
}
