package dev.gatehouse.app.journey;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.app.adapter.yaml.YamlPolicySource;
import dev.gatehouse.ratelimit.Policies;
import dev.gatehouse.ratelimit.Policy;
import dev.gatehouse.ratelimit.PolicySource.Reading;
import io.micronaut.web.router.Router;
import java.time.Duration;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A policy for a route that is not there limits nothing, without a word. */
final class PolicyRoutesIT {

    private static Stream<String> named() {
        Policies policies =
                ((Reading.Read) new YamlPolicySource(null, name -> "", Duration.ofMinutes(1), 10).read()).policies();
        return policies.all().stream()
                .map(Policy::scope)
                .flatMap(scope ->
                        scope instanceof Policy.Scope.Routes(Set<String> routes) ? routes.stream() : Stream.of());
    }

    @Test
    void everyRouteThatAPolicyNamesIsThere() {
        Set<String> routes = Gatehouse.shared()
                .bean(Router.class)
                .uriRoutes()
                .map(route -> route.getHttpMethodName() + "_"
                        + route.getUriMatchTemplate().toPathString())
                .collect(Collectors.toSet());
        assertThat(named()).isNotEmpty().allMatch(routes::contains);
    }
}
