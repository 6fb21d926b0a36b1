package dev.gatehouse.notification;

import dev.gatehouse.identity.model.EndedSession;
import java.util.Collection;

/** Ends the streams of sessions that have ended, on this instance. */
public final class StopFollowing {

    public record Command(Collection<EndedSession> sessions) {}

    public sealed interface Result {
        record Stopped(int streams) implements Result {}
    }

    private final NotificationStreams streams;

    public StopFollowing(NotificationStreams streams) {
        this.streams = streams;
    }

    /** Idempotent; costs a look-up in memory for each session. */
    public Result handle(Command command) {
        return new Result.Stopped(
                command.sessions().stream().mapToInt(streams::end).sum());
    }
}
