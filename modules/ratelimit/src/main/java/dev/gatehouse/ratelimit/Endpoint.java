package dev.gatehouse.ratelimit;

import java.util.Set;

/**
 * Where a request goes.
 *
 * @param route method and route template, as {@code GET_/api/users/{id}}: of the route that was found, never the path
 * @param policies the names of those that the place asks for by itself
 */
public record Endpoint(String route, Set<String> policies) {

    public Endpoint {
        policies = Set.copyOf(policies);
    }

    public static Endpoint of(String route) {
        return new Endpoint(route, Set.of());
    }
}
