package dev.gatehouse.ratelimit;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Counts a request against every policy that holds for it, and says whether it may go on. */
public final class LimitRequest {

    /** The tier of whoever is nobody. */
    public static final String GUEST = "GUEST";

    /**
     * @param address where it comes from
     * @param user who makes it; null for nobody, who counts by the address
     * @param tier of the user
     */
    public record Command(Subject address, @Nullable Subject user, String tier, Endpoint endpoint) {

        public static Command ofGuest(Subject address, Endpoint endpoint) {
            return new Command(address, null, GUEST, endpoint);
        }
    }

    public sealed interface Result {
        /**
         * @param verdicts none where no policy holds
         * @param receipts what it took
         */
        record Admitted(List<Verdict> verdicts, List<Receipt> receipts) implements Result {}

        /**
         * @param verdicts at least one of which refuses
         */
        record Refused(List<Verdict> verdicts) implements Result {

            public List<String> violated() {
                return verdicts.stream()
                        .filter(Verdict::refuses)
                        .map(verdict -> verdict.limit().name())
                        .toList();
            }

            /** When it is worth trying again. */
            public Duration retryAfter() {
                return Verdict.closest(verdicts).orElseThrow().retryAfter();
            }
        }

        record Blocked(Standing standing) implements Result {}
    }

    private final Supplier<Policies> policies;
    private final RateLimiter limiter;
    private final LimitAlerts alerts;

    public LimitRequest(Supplier<Policies> policies, RateLimiter limiter, LimitAlerts alerts) {
        this.policies = policies;
        this.limiter = limiter;
        this.alerts = alerts;
    }

    /**
     * One round trip, or none where no policy holds and where a refusal is remembered.
     *
     * @throws RateLimiterUnavailable where a policy holds that refuses while nobody can be asked
     */
    public Result handle(Command command) {
        List<Demand> demands = demands(command);
        if (demands.isEmpty()) {
            return new Result.Admitted(List.of(), List.of());
        }
        return switch (limiter.acquire(demands)) {
            case Decision.Admitted(List<Verdict> verdicts, List<Receipt> receipts) ->
                new Result.Admitted(verdicts, receipts);
            case Decision.Denied(List<Verdict> verdicts, List<Standing> struck) -> {
                struck.forEach(standing -> alerts.raise(culprit(verdicts, standing), standing));
                yield new Result.Refused(verdicts);
            }
            case Decision.Blocked(Standing standing) -> new Result.Blocked(standing);
        };
    }

    private List<Demand> demands(Command command) {
        Policies now = policies.get();
        Subject user = Objects.requireNonNullElse(command.user(), command.address());
        var demands = new ArrayList<>(now.byAddress(command.address(), command.endpoint()));
        demands.addAll(now.byUser(user, command.tier(), command.endpoint()));
        return demands;
    }

    private static String culprit(List<Verdict> verdicts, Standing standing) {
        return verdicts.stream()
                .filter(verdict -> verdict.refuses()
                        && verdict.limit().penalty() != null
                        && verdict.demand().key().subject().equals(standing.subject()))
                .map(verdict -> verdict.limit().name())
                .findFirst()
                .orElseThrow();
    }
}
