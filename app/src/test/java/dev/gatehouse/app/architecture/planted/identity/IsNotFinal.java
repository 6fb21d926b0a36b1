package dev.gatehouse.app.architecture.planted.identity;

/** Breaks rule 11: a use case is final. */
public class IsNotFinal {

    public record Command() {}

    public sealed interface Result {
        record Done() implements Result {}
    }

    public Result handle(Command command) {
        return new Result.Done();
    }
}
