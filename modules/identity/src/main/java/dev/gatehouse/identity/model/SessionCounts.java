package dev.gatehouse.identity.model;

/**
 * How many there are of what comes and goes.
 *
 * @param live sessions that have not ended, by themselves or otherwise
 * @param revokedTokens that would be good if they were not revoked
 */
public record SessionCounts(long live, long revokedTokens) {}
