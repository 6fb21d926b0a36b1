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
     * One round trip, or none where a refusal is remembered. Whoever is blocked is refused also where no policy holds.
     *
     * @throws RateLimiterUnavailable where a policy holds that refuses while nobody can be asked
     */
    public Result handle(Command command) {
        return switch (limiter.acquire(demands(command))) {
            case Decision.Admitted(List<Verdict> verdicts, List<Receipt> receipts) ->
                new Result.Admitted(counted(verdicts), receipts);
            case Decision.Denied(List<Verdict> verdicts, List<Standing> struck) -> {
                struck.forEach(standing -> alerts.raise(culprit(verdicts, standing), standing));
                yield new Result.Refused(counted(verdicts));
            }
            case Decision.Blocked(Standing standing) -> new Result.Blocked(standing);
        };
    }

    private List<Demand> demands(Command command) {
        Policies now = policies.get();
        Subject user = Objects.requireNonNullElse(command.user(), command.address());
        var demands = new ArrayList<>(now.byAddress(command.address(), command.endpoint()));
        demands.addAll(now.byUser(user, command.tier(), command.endpoint()));
        Policies.addBlocks(demands, List.of(command.address(), user));
        return demands;
    }

    private static List<Verdict> counted(List<Verdict> verdicts) {
        return verdicts.stream().filter(verdict -> verdict.limit().isCounted()).toList();
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
