package dev.gatehouse.events;

import org.jspecify.annotations.Nullable;

/** The other side is away, or takes no event at the moment. Its message says why, without secrets. */
public final class EventPublisherUnavailable extends RuntimeException {

    public EventPublisherUnavailable(String reason) {
        super(reason);
    }

    public EventPublisherUnavailable(String reason, @Nullable Throwable cause) {
        super(reason, cause);
    }
}
