package dev.gatehouse.app.http.ratelimit;

import dev.gatehouse.ratelimit.Standing;
import dev.gatehouse.ratelimit.Verdict;
import java.util.List;

/**
 * What there is against a subject, and what it has left.
 *
 * @param id of an IPv6 address the network
 * @param blockedFor seconds; 0 when it is not blocked
 */
record SubjectBody(String kind, String id, int strikes, long blockedFor, List<Left> limits) {

    /**
     * What is left of one limit.
     *
     * @param endpoint method and route, or the name of a policy that counts everything together
     * @param resetAfter seconds until all of it is there again
     */
    record Left(String policy, String endpoint, int limit, int remaining, long resetAfter) {

        private static Left of(Verdict verdict) {
            return new Left(
                    verdict.limit().name(),
                    verdict.demand().key().endpoint(),
                    verdict.limit().quota(),
                    verdict.remaining(),
                    verdict.resetAfter().toSeconds());
        }
    }

    static SubjectBody of(Standing standing, List<Verdict> verdicts) {
        return new SubjectBody(
                standing.subject().kind(),
                standing.subject().id(),
                standing.strikes(),
                Math.ceilDiv(standing.blockedFor().toMillis(), 1_000L),
                verdicts.stream().map(Left::of).toList());
    }
}
