package dev.gatehouse.identity.model;

import java.time.Instant;
import java.util.UUID;

/**
 * What an access token says (RFC 9068, section 2.2); no personal data.
 *
 * @param id its {@code jti}
 * @param epoch its {@code ver}: the user's epoch
 * @param proof its {@code amr} and {@code auth_time}: how and when the user has shown who they are
 */
public record AccessClaims(
        UUID id,
        UserId user,
        SessionId session,
        long epoch,
        Role role,
        Proof proof,
        Instant issuedAt,
        Instant expiresAt) {

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
        this(id, user, session, epoch, role, Proof.of(AuthMethod.PASSWORD, authenticatedAt), issuedAt, expiresAt);
    }
}
