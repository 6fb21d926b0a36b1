package dev.gatehouse.ratelimit;

import dev.gatehouse.ratelimit.Policy.Scope;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Shows what there is against a subject, and what it has left of each limit. */
public final class InspectSubject {

    /**
     * @param tier as which a user is looked at
     */
    public record Command(Subject subject, String tier) {}

    public sealed interface Result {
        record Seen(Standing standing, List<Verdict> verdicts) implements Result {}
    }

    private final Supplier<Policies> policies;
    private final RateLimiter limiter;

    public InspectSubject(Supplier<Policies> policies, RateLimiter limiter) {
        this.policies = policies;
        this.limiter = limiter;
    }

    /** Two round trips. Takes nothing. */
    public Result handle(Command command) {
        Policies now = policies.get();
        List<Demand> looks = now.all().stream()
                .flatMap(InspectSubject::endpoints)
                .distinct()
                .flatMap(endpoint -> demands(now, command, endpoint))
                .map(demand -> Demand.look(demand.key(), demand.limit()))
                .distinct()
                .toList();
        Standing standing = limiter.standing(command.subject());
        return new Result.Seen(
                standing, looks.isEmpty() ? List.of() : limiter.acquire(looks).verdicts());
    }

    private static Stream<Endpoint> endpoints(Policy policy) {
        return switch (policy.scope()) {
            case Scope.Routes(var routes) -> routes.stream().sorted().map(Endpoint::of);
            case Scope.Everywhere() -> Stream.of(Endpoint.of(policy.name()));
            case Scope.Named() -> Stream.of(new Endpoint(policy.name(), Set.of(policy.name())));
        };
    }

    /** An address counts by itself, and for whoever comes from there without a name. */
    private static Stream<Demand> demands(Policies now, Command command, Endpoint endpoint) {
        List<Demand> byUser = now.byUser(command.subject(), command.tier(), endpoint);
        return command.subject().kind().equals(Subject.IP)
                ? Stream.concat(now.byAddress(command.subject(), endpoint).stream(), byUser.stream())
                : byUser.stream();
    }
}
