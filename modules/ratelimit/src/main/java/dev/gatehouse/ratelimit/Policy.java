package dev.gatehouse.ratelimit;

import java.util.Map;
import java.util.Set;

/**
 * A limit, whom it counts, and where.
 *
 * @param limit of whoever has no tier of its own here
 * @param by whose doings are counted together
 * @param quotas of tiers for which the quota is another one
 */
public record Policy(Limit limit, By by, Scope scope, Map<String, Integer> quotas) {

    /** Whose doings are counted together. */
    public enum By {
        /** Those of an address, as soon as the request is there. */
        ADDRESS,
        /** Those of a user, once it is known; of an address, if nobody is. */
        USER
    }

    /** Where a policy holds. */
    public sealed interface Scope {

        /** Everywhere, all in one count. */
        record Everywhere() implements Scope {}

        /** At routes, as {@link Endpoint#route} names them, each with a count of its own. */
        record Routes(Set<String> routes) implements Scope {
            public Routes {
                routes = Set.copyOf(routes);
            }
        }

        /** Where an endpoint asks for it by its name, all in one count. */
        record Named() implements Scope {}
    }

    public Policy {
        quotas = Map.copyOf(quotas);
        quotas.values().forEach(limit::withQuota);
    }

    String name() {
        return limit.name();
    }

    boolean holdsAt(Endpoint endpoint) {
        return switch (scope) {
            case Scope.Everywhere() -> true;
            case Scope.Routes(Set<String> routes) -> routes.contains(endpoint.route());
            case Scope.Named() -> endpoint.policies().contains(name());
        };
    }

    /** The name of the count: of names and routes none is like the other. */
    String countAt(Endpoint endpoint) {
        return scope instanceof Scope.Routes ? endpoint.route() : name();
    }
}
