package dev.gatehouse.app.http.identity;

import dev.gatehouse.app.http.problem.Problem;
import dev.gatehouse.app.http.problem.ProblemCode;
import dev.gatehouse.identity.model.Proof;
import io.micronaut.context.annotation.Value;
import io.micronaut.core.annotation.AnnotationValue;
import io.micronaut.core.order.Ordered;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.http.filter.ServerFilterPhase;
import io.micronaut.web.router.RouteAttributes;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Holds what {@link FreshAuthentication} says of routes, for those who are let in otherwise. */
@ServerFilter(ServerFilter.MATCH_ALL_PATTERN)
final class FreshnessFilter implements Ordered {

    private static final String SECOND_FACTOR = "secondFactor";

    private final Duration age;
    private final Clock clock;

    /**
     * @param age how old it may be that somebody has shown who they are
     */
    FreshnessFilter(@Value("${gatehouse.fresh-for}") Duration age, Clock clock) {
        this.age = age;
        this.clock = clock;
    }

    @Override
    public int getOrder() {
        return ServerFilterPhase.SECURITY.after();
    }

    @RequestFilter
    @Nullable
    MutableHttpResponse<?> demand(HttpRequest<?> request) {
        return RouteAttributes.getRouteInfo(request)
                .flatMap(route -> route.getAnnotationMetadata().findAnnotation(FreshAuthentication.class))
                .flatMap(demand -> missing(demand, request))
                .map(code -> Problem.stepUp(request, code, age))
                .orElse(null);
    }

    private Optional<ProblemCode> missing(AnnotationValue<FreshAuthentication> demand, HttpRequest<?> request) {
        return request.getUserPrincipal(CallerAuthentication.class)
                .map(caller -> missing(demand, caller.claims().proof()))
                .orElse(Optional.of(ProblemCode.UNAUTHENTICATED));
    }

    private Optional<ProblemCode> missing(AnnotationValue<FreshAuthentication> demand, Proof proof) {
        if (demand.isTrue(SECOND_FACTOR) && !proof.isMultiFactor()) {
            return Optional.of(ProblemCode.SECOND_FACTOR_REQUIRED);
        }
        return proof.isWithin(age, clock.instant())
                ? Optional.empty()
                : Optional.of(ProblemCode.FRESH_AUTHENTICATION_REQUIRED);
    }
}
