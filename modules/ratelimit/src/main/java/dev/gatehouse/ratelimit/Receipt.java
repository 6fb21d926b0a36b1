package dev.gatehouse.ratelimit;

import java.time.Instant;

/**
 * That units were taken, and when: what makes a refund exact.
 *
 * @param at when they were counted, by the limiter's clock: not before an earlier one of the same key, even if that clock
 *     was put back
 */
public record Receipt(Demand demand, Instant at, Verdict.Reach reach) {}
