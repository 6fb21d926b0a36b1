package dev.gatehouse.ratelimit;

import java.time.Duration;

/** Refuses everything to a subject for a time, at once here and within a second call elsewhere. */
public final class BlockSubject {

    public record Command(Subject subject, Duration time) {}

    public sealed interface Result {
        record Blocked(Standing standing) implements Result {}
    }

    private final RateLimiter limiter;

    public BlockSubject(RateLimiter limiter) {
        this.limiter = limiter;
    }

    /** Two round trips. */
    public Result handle(Command command) {
        limiter.block(command.subject(), command.time());
        return new Result.Blocked(limiter.standing(command.subject()));
    }
}
