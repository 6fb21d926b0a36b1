package dev.gatehouse.app.http.identity;

import dev.gatehouse.app.http.ratelimit.RequestLimits;
import dev.gatehouse.identity.model.AccessClaims;
import dev.gatehouse.ratelimit.LimitRequest.Result;
import dev.gatehouse.ratelimit.Receipt;
import dev.gatehouse.ratelimit.Standing;
import dev.gatehouse.ratelimit.Subject;
import dev.gatehouse.ratelimit.Verdict;
import io.micronaut.http.HttpRequest;
import java.util.List;
import java.util.concurrent.ExecutorService;
import org.jspecify.annotations.Nullable;

/**
 * The count of one request with a token, which is taken when the token is known to be authentic, and settled when its
 * session is known to live, or not to.
 */
final class UserCount {

    private record Taken(Subject user, Result result) {}

    private final HttpRequest<?> request;
    private final RequestLimits limits;
    private final ExecutorService executor;
    private @Nullable Taken taken;

    UserCount(HttpRequest<?> request, RequestLimits limits, ExecutorService executor) {
        this.request = request;
        this.limits = limits;
        this.executor = executor;
    }

    /** Counts for a user. */
    void take(AccessClaims claims) {
        Subject user = Subject.user(claims.user().toString());
        taken = new Taken(user, limits.ask(request, user, claims.role().name()));
    }

    /** What the limits of the user say, and those of the address with them. */
    Result ofUser() {
        Taken counted = taken;
        if (counted == null) {
            throw new IllegalStateException("take() comes first");
        }
        return counted.result;
    }

    /** What the limits of the address say, where there is no user after all. */
    Result ofNobody() {
        Taken counted = taken;
        return counted == null ? limits.ask(request) : withoutUser(counted.user, counted.result);
    }

    /** A token whose session is over must not use up what its user has. */
    private Result withoutUser(Subject user, Result result) {
        return switch (result) {
            case Result.Admitted(List<Verdict> verdicts, List<Receipt> receipts) -> {
                executor.execute(() -> limits.refund(user, receipts));
                yield new Result.Admitted(ofOthers(user, verdicts), List.of());
            }
            case Result.Refused(List<Verdict> verdicts) -> {
                List<Verdict> others = ofOthers(user, verdicts);
                yield others.stream().anyMatch(Verdict::refuses)
                        ? new Result.Refused(others)
                        : new Result.Admitted(others, List.of());
            }
            case Result.Blocked(Standing standing) ->
                standing.subject().equals(user) ? new Result.Admitted(List.of(), List.of()) : result;
        };
    }

    private static List<Verdict> ofOthers(Subject user, List<Verdict> verdicts) {
        return verdicts.stream()
                .filter(verdict -> !verdict.demand().key().subject().equals(user))
                .toList();
    }
}
