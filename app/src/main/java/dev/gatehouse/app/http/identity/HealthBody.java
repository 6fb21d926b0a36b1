package dev.gatehouse.app.http.identity;

import dev.gatehouse.identity.ReportHealth;

/**
 * How this instance is.
 *
 * @param status {@code OK}, or {@code DEGRADED} where all goes on without Redis, slower
 * @param redis {@code connected} or {@code disconnected}
 */
record HealthBody(String status, String redis, SessionStats sessionStats) {

    /**
     * How much there is, up to 10,000 exactly, a few seconds ago.
     *
     * @param cachedProfiles that this instance keeps near
     */
    record SessionStats(long activeSessions, long cachedProfiles, long blacklistedTokens) {}

    static HealthBody of(ReportHealth.Result.Reported health) {
        return new HealthBody(
                health.projection() ? "OK" : "DEGRADED",
                health.projection() ? "connected" : "disconnected",
                new SessionStats(
                        health.counts().live(),
                        health.cachedUsers(),
                        health.counts().revokedTokens()));
    }
}
