package dev.gatehouse.identity.model;

import java.time.Instant;
import java.util.UUID;

/**
 * What an access token says (RFC 9068, section 2.2); no personal data.
 *
 * @param id its {@code jti}
 * @param epoch its {@code ver}: the user's epoch
 * @param authenticatedAt when the session was opened
 * @param method its {@code amr}: how the session was opened
 */
public record AccessClaims(
        UUID id,
        UserId user,
        SessionId session,
        long epoch,
        Role role,
        Instant authenticatedAt,
        Instant issuedAt,
        Instant expiresAt,
        AuthMethod method) {

    /** The claims of a session that was opened with a password. */
    public AccessClaims(
            UUID id,
            UserId user,
            SessionId session,
            long epoch,
            Role role,
            Instant authenticatedAt,
            Instant issuedAt,
            Instant expiresAt) {
        this(id, user, session, epoch, role, authenticatedAt, issuedAt, expiresAt, AuthMethod.PASSWORD);
    }
}
