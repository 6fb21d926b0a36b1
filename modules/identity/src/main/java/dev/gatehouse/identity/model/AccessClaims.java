package dev.gatehouse.identity.model;

import java.time.Instant;
import java.util.UUID;

/**
 * What an access token says (RFC 9068, section 2.2); no personal data.
 *
 * @param id its {@code jti}
 * @param epoch its {@code ver}: the user's epoch
 * @param authenticatedAt when the password was last given
 */
public record AccessClaims(
        UUID id,
        UserId user,
        SessionId session,
        long epoch,
        Role role,
        Instant authenticatedAt,
        Instant issuedAt,
        Instant expiresAt) {}
