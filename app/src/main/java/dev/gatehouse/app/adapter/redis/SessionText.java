package dev.gatehouse.app.adapter.redis;

import dev.gatehouse.identity.model.LiveSession;
import dev.gatehouse.identity.model.Role;
import dev.gatehouse.identity.model.SessionId;
import dev.gatehouse.identity.model.UserId;
import dev.gatehouse.identity.port.SessionProjection.Known;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** What the scripts say of sessions: {@code revoked}, {@code ended}, or {@code <epoch> <role> <until>}; and of activity. */
final class SessionText {

    private SessionText() {}

    /** Empty for a text that nobody of us wrote. */
    static Optional<Known> read(String text, UserId user, SessionId session) {
        if (text.equals("ended")) {
            return Optional.of(new Known.Ended());
        }
        if (text.equals("revoked")) {
            return Optional.of(new Known.Revoked());
        }
        String[] fields = text.split(" ", -1);
        if (fields.length != 3) {
            return Optional.empty();
        }
        try {
            return Optional.of(new Known.Live(new LiveSession(
                    session,
                    user,
                    Long.parseLong(fields[0]),
                    Role.valueOf(fields[1]),
                    Instant.EPOCH.plus(Long.parseLong(fields[2]), ChronoUnit.MICROS))));
        } catch (IllegalArgumentException notOurs) {
            return Optional.empty();
        }
    }

    /** Reads {@code <session> <milliseconds>} any number of times; what nobody of us wrote is passed over. */
    static Map<SessionId, Instant> readActivity(String text) {
        String[] fields = text.split(" ", -1);
        var times = new HashMap<SessionId, Instant>();
        for (int i = 0; i + 1 < fields.length; i += 2) {
            try {
                times.put(
                        new SessionId(UUID.fromString(fields[i])), Instant.ofEpochMilli(Long.parseLong(fields[i + 1])));
            } catch (IllegalArgumentException notOurs) {
                // The others may be.
            }
        }
        return times;
    }

    /** Microseconds, which is as fine as the store keeps times; those of the next two centuries are exact in Lua. */
    static long micros(Instant time) {
        return ChronoUnit.MICROS.between(Instant.EPOCH, time);
    }
}
