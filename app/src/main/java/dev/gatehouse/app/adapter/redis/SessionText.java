package dev.gatehouse.app.adapter.redis;

import dev.gatehouse.identity.model.LiveSession;
import dev.gatehouse.identity.model.Role;
import dev.gatehouse.identity.model.SessionId;
import dev.gatehouse.identity.model.UserId;
import dev.gatehouse.identity.port.SessionProjection.Known;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/** What the scripts say of a session: {@code ended}, or {@code <epoch> <role> <until>}. */
final class SessionText {

    private SessionText() {}

    /** Empty for a text that nobody of us wrote. */
    static Optional<Known> read(String text, UserId user, SessionId session) {
        if (text.equals("ended")) {
            return Optional.of(new Known.Ended());
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

    /** Microseconds, which is as fine as the store keeps times; those of the next two centuries are exact in Lua. */
    static long micros(Instant time) {
        return ChronoUnit.MICROS.between(Instant.EPOCH, time);
    }
}
