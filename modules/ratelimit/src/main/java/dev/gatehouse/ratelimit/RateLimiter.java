package dev.gatehouse.ratelimit;

import java.time.Duration;
import java.util.Collection;
import java.util.List;

/**
 * Counts what is done within a time, and says when it is enough.
 *
 * <p>Time is the limiter's own, to the millisecond: what the clocks of its callers say has no part in a decision. A limit
 * is told with every call and kept nowhere, so that another tier or a new policy holds from the next call on, over what
 * was counted so far.
 *
 * <p>Every method is one round trip where its subjects are kept together, and one at the same time for each place where
 * they are not. Each throws {@link RateLimiterUnavailable} when the limiter does not answer; then what was asked may have
 * been done or not.
 */
public interface RateLimiter {

    /**
     * Takes from all of the limits, or from none.
     *
     * <p>It is {@link Decision.Admitted} if no subject is blocked and every limit that is enforced has room; what is taken
     * is counted at once, in one step that no other call comes between. Otherwise nothing is taken and nothing is written,
     * but for the strike that a {@link Penalty} asks for: one a subject and call. A limit in {@link Limit.Mode#SHADOW} is
     * taken from if it has room, and refuses nothing.
     *
     * <p>A cost of 0 looks: it takes nothing, writes nothing and asks for no block, and its limit has room unless more is
     * used than it allows by now. A cost above what a limit ever has is refused for ever, {@link Verdict#NEVER}.
     *
     * @param demands of different keys, at least one
     */
    Decision acquire(List<Demand> demands);

    /**
     * Gives back what was taken, to the millisecond where it was: as if it had never been. What has run out by itself, or
     * was reset, is left alone. A receipt is good for one refund.
     *
     * @param receipts may be none
     */
    void refund(Collection<Receipt> receipts);

    /** Forgets what was used of a key. Idempotent. */
    void reset(LimitKey key);

    /**
     * Refuses everything to a subject from now on, whatever its limits say; its strikes stay. Replaces the block that is
     * there, be it longer or shorter. Idempotent.
     *
     * @param time a millisecond to {@link Limit#LONGEST}
     */
    void block(Subject subject, Duration time);

    /** Ends a block and forgets the strikes. Idempotent. */
    void pardon(Subject subject);

    /** What there is against a subject; {@link Standing#isClean} when there is nothing. */
    Standing standing(Subject subject);
}
