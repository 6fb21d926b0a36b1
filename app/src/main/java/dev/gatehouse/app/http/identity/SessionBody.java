package dev.gatehouse.app.http.identity;

import dev.gatehouse.identity.model.Session;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A session as its owner sees it.
 *
 * @param current whether it is the one that asks
 */
record SessionBody(
        UUID id,
        boolean current,
        @Nullable String deviceId,
        @Nullable String deviceName,
        String userAgent,
        String ip,
        Instant createdAt,
        Instant lastActiveAt,
        Instant expiresAt) {

    static SessionBody current(Session session) {
        return new SessionBody(
                session.id().value(),
                true,
                session.device().id(),
                session.device().name(),
                session.device().userAgent(),
                session.device().address(),
                session.createdAt(),
                session.rotatedAt(),
                session.expiresAt());
    }
}
