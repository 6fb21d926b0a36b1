package dev.gatehouse.ratelimit;

import dev.gatehouse.ratelimit.PolicySource.Reading;

/** Puts policies that were changed in the place of those that hold; what is wrong changes nothing. */
public final class ReloadPolicies {

    public record Command() {}

    public sealed interface Result {
        record Unchanged() implements Result {}

        /**
         * @param policies how many there are now
         */
        record Reloaded(int policies) implements Result {}

        /** The policies from before still hold. */
        record Refused(String reason) implements Result {}
    }

    private final PolicySource source;
    private final PolicyBook book;

    public ReloadPolicies(PolicySource source, PolicyBook book) {
        this.source = source;
        this.book = book;
    }

    public Result handle(Command command) {
        return switch (source.read()) {
            case Reading.Unchanged() -> new Result.Unchanged();
            case Reading.Wrong(String reason) -> new Result.Refused(reason);
            case Reading.Read(Policies policies) -> {
                book.replace(policies);
                yield new Result.Reloaded(policies.all().size());
            }
        };
    }
}
