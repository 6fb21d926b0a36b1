package dev.gatehouse.ratelimit;

import java.time.Duration;

/**
 * A ladder of blocks for subjects that go on after they were refused: each refusal that is not itself a block is a
 * strike, and the n-th strike blocks for {@code base · 2^(n−1)}, at most {@code max}.
 *
 * @param decay one strike is forgotten for each of these that pass without another
 */
public record Penalty(Duration base, Duration max, Duration decay) {

    /** So many strikes are remembered; the ladder ends long before. */
    public static final int MOST_STRIKES = 32;

    public Penalty {
        if (!Limit.isTime(base) || !Limit.isTime(max) || !Limit.isTime(decay) || base.compareTo(max) > 0) {
            throw new IllegalArgumentException("a base up to the maximum, and a decay, of 1 ms to 366 days");
        }
    }

    /** How long the strike of this number, from 1, blocks. */
    public Duration block(int strike) {
        Duration doubled = base.multipliedBy(1L << (strike - 1));
        return doubled.compareTo(max) < 0 ? doubled : max;
    }
}
