package dev.gatehouse.ratelimit;

/** Counts what limits do, by limit. Keys are no part of it: there are as many as there are clients. */
public interface LimitMeter {

    /** What a limit did. */
    enum Event {
        /** It had room. */
        ALLOWED,
        /** It refused. */
        DENIED,
        /** It would have refused, were it enforced. */
        SHADOW_DENIED,
        /** It was not asked, because a subject is blocked. */
        BLOCKED,
        /** It was asked of this instance alone, because the shared limiter is away. Counts beside the others. */
        LOCAL_FALLBACK,
        /** It had room, and a tenth or less of it is left. Counts beside the others. */
        NEAR_LIMIT
    }

    /** Counts one event. Never waits, never fails; may be called by many threads. */
    void count(String limit, Event event);
}
