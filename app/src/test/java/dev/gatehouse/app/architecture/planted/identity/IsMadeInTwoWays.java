package dev.gatehouse.app.architecture.planted.identity;

/** Breaks rule 11: a use case has one public constructor. */
public final class IsMadeInTwoWays {

    public record Command() {}

    public sealed interface Result {
        record Done() implements Result {}
    }

    public IsMadeInTwoWays() {}

    public IsMadeInTwoWays(String name) {}

    public Result handle(Command command) {
        return new Result.Done();
    }
}
