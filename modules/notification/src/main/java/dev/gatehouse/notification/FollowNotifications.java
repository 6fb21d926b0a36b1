package dev.gatehouse.notification;

import dev.gatehouse.identity.model.Caller;
import java.time.Instant;

/** Lets users hear what they are notified of, as it happens. */
public final class FollowNotifications {

    /**
     * @param until when the caller's token ends, and the stream with it
     */
    public record Command(Caller caller, Instant until) {}

    public sealed interface Result {
        /**
         * @param stream the reader's to close
         */
        record Following(NotificationStream stream) implements Result {}

        /** The user follows ten times already, on this instance. */
        record TooManyStreams() implements Result {}

        /** This instance has as many streams as it can bear; another one may take it. */
        record Full() implements Result {}
    }

    private final NotificationStreams streams;

    public FollowNotifications(NotificationStreams streams) {
        this.streams = streams;
    }

    /** No round trip, now or later. */
    public Result handle(Command command) {
        return streams.open(command.caller(), command.until());
    }
}
