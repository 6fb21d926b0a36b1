package dev.gatehouse.identity.model;

import java.time.Instant;
import java.util.UUID;

/**
 * An access token that is refused though it is authentic and in time.
 *
 * @param id its {@code jti}; not a secret
 * @param until when it is over by itself for everybody who reads tokens, leeway included
 */
public record RevokedToken(UserId user, UUID id, Instant until) {}
