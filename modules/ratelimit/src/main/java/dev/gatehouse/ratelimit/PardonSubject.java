package dev.gatehouse.ratelimit;

/** Ends a block and forgets the strikes: at once here, and elsewhere when what was remembered there is over. */
public final class PardonSubject {

    public record Command(Subject subject) {}

    public sealed interface Result {
        record Pardoned() implements Result {}
    }

    private final RateLimiter limiter;

    public PardonSubject(RateLimiter limiter) {
        this.limiter = limiter;
    }

    /** One round trip. */
    public Result handle(Command command) {
        limiter.pardon(command.subject());
        return new Result.Pardoned();
    }
}
