package dev.gatehouse.app.architecture.planted.identity;

/** Breaks rule 11: a result is sealed. */
public final class AnswersWithWhatever {

    public record Command() {}

    public interface Result {
        record Done() implements Result {}
    }

    public Result handle(Command command) {
        return new Result.Done();
    }
}
