package dev.gatehouse.app.http.access;

import dev.gatehouse.ratelimit.Verdict;

/**
 * What is left of a limit of the user's requests.
 *
 * @param endpoint method and route, or the name of a policy that counts everything together
 * @param resetAfter until all of it is there again
 */
record LimitBody(String policy, String endpoint, int limit, int remaining, long resetAfter) {

    static LimitBody of(Verdict verdict) {
        return new LimitBody(
                verdict.limit().name(),
                verdict.demand().key().endpoint(),
                verdict.limit().quota(),
                verdict.remaining(),
                UserAccessBody.seconds(verdict.resetAfter()));
    }
}
