package dev.gatehouse.app.http.identity;

import dev.gatehouse.identity.ListSessions;
import dev.gatehouse.identity.model.Session;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A session as its owner sees it.
 *
 * @param current whether it is the one that asks
 */
public record SessionBody(
        UUID id,
        boolean current,
        @Nullable String deviceId,
        @Nullable String deviceName,
        String userAgent,
        String ip,
        Instant createdAt,
        Instant lastActiveAt,
        Instant expiresAt) {

    /** The one whose tokens were made just now. */
    static SessionBody current(Session session) {
        return of(session, true, session.rotatedAt());
    }

    static SessionBody of(ListSessions.Listing listing) {
        return of(listing.session(), listing.current(), listing.lastActive());
    }

    public static SessionBody of(Session session, boolean current, Instant lastActive) {
        return new SessionBody(
                session.id().value(),
                current,
                session.device().id(),
                session.device().name(),
                session.device().userAgent(),
                session.device().address(),
                session.createdAt(),
                lastActive,
                session.expiresAt());
    }
}
