package dev.gatehouse.ratelimit;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** Tells whether an address was refused a moment ago, before anything is spent on its request. */
public final class RecallRefusal {

    public record Command(Subject address, Endpoint endpoint) {}

    public sealed interface Result {
        record Nothing() implements Result {}

        record Recalled(LimitRequest.Result refusal) implements Result {}
    }

    private final Supplier<Policies> policies;
    private final RememberingRateLimiter limiter;
    private final LimitMeter meter;

    /**
     * @param meter counts what is refused here, which comes by no other
     */
    public RecallRefusal(Supplier<Policies> policies, RememberingRateLimiter limiter, LimitMeter meter) {
        this.policies = policies;
        this.limiter = limiter;
        this.meter = meter;
    }

    /** No round trip. */
    public Result handle(Command command) {
        var demands = new ArrayList<>(policies.get().byAddress(command.address(), command.endpoint()));
        Policies.addBlocks(demands, List.of(command.address()));
        return limiter.recall(demands)
                .<Result>map(decision -> new Result.Recalled(refusal(decision, demands)))
                .orElseGet(Result.Nothing::new);
    }

    private LimitRequest.Result refusal(Decision decision, List<Demand> demands) {
        if (decision instanceof Decision.Blocked(Standing standing)) {
            demands.forEach(demand -> meter.count(demand.limit().name(), LimitMeter.Event.BLOCKED));
            return new LimitRequest.Result.Blocked(standing);
        }
        decision.verdicts().forEach(verdict -> meter.count(verdict.limit().name(), LimitMeter.Event.DENIED));
        return new LimitRequest.Result.Refused(decision.verdicts());
    }
}
