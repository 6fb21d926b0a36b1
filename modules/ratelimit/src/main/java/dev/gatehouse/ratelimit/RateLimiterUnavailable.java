package dev.gatehouse.ratelimit;

import org.jspecify.annotations.Nullable;

/** The limiter did not answer, or answered with an error: nobody knows what is used. */
public final class RateLimiterUnavailable extends RuntimeException {

    public RateLimiterUnavailable(@Nullable Throwable cause) {
        super("the rate limiter is unavailable", cause);
    }
}
