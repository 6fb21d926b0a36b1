package dev.gatehouse.app.http.ratelimit;

import dev.gatehouse.app.http.filter.ClientAddress;
import dev.gatehouse.app.http.problem.Problem;
import dev.gatehouse.ratelimit.Endpoint;
import dev.gatehouse.ratelimit.LimitRequest;
import dev.gatehouse.ratelimit.LimitRequest.Result;
import dev.gatehouse.ratelimit.RecallRefusal;
import dev.gatehouse.ratelimit.Receipt;
import dev.gatehouse.ratelimit.RefundRequest;
import dev.gatehouse.ratelimit.Standing;
import dev.gatehouse.ratelimit.Subject;
import dev.gatehouse.ratelimit.Verdict;
import io.micronaut.http.BasicHttpAttributes;
import io.micronaut.http.HttpMethod;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.web.router.RouteAttributes;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/** Asks for requests whether they may go on, and writes what is to be told of it. */
@Singleton
public final class RequestLimits {

    private static final String VERDICTS = "gatehouse.limit-verdicts";

    /** What marks the endpoints of the management port. */
    private static final String OPERATORS = "io.micronaut.management.endpoint.annotation.Endpoint";

    /** Whatever a template says of the query: it is no part of the route. */
    private static final Pattern QUERY = Pattern.compile("\\{[?&#].*");

    /** What no route was found for. */
    private static final Endpoint NOWHERE = Endpoint.of("unmatched");

    /** A route, of which there are as many as the application has. */
    private record Place(HttpMethod method, String template) {

        String route() {
            return (method == HttpMethod.HEAD ? HttpMethod.GET : method) + "_"
                    + QUERY.matcher(template).replaceFirst("");
        }
    }

    private final LimitRequest limitRequest;
    private final RecallRefusal recallRefusal;
    private final RefundRequest refundRequest;
    private final ClientAddress addresses;
    private final FreePass freePass;
    private final Map<Place, Endpoint> endpoints = new ConcurrentHashMap<>();

    RequestLimits(
            LimitRequest limitRequest,
            RecallRefusal recallRefusal,
            RefundRequest refundRequest,
            ClientAddress addresses,
            FreePass freePass) {
        this.limitRequest = limitRequest;
        this.recallRefusal = recallRefusal;
        this.refundRequest = refundRequest;
        this.addresses = addresses;
        this.freePass = freePass;
    }

    /** Whether a request is not limited at all: one of a service of the house, or to what operators look at. */
    public boolean isFree(HttpRequest<?> request) {
        return freePass.holdsFor(request)
                || RouteAttributes.getRouteInfo(request)
                        .filter(route -> route.getAnnotationMetadata().hasAnnotation(OPERATORS))
                        .isPresent();
    }

    /** Whom a request that is nobody's counts for: its address, with its network where it is an IPv6 one. */
    public Subject address(HttpRequest<?> request) {
        return Subject.ip(addresses.of(request));
    }

    /** What an address was told a moment ago that it goes on without minding. */
    public Optional<Result> recall(HttpRequest<?> request) {
        return switch (recallRefusal.handle(new RecallRefusal.Command(address(request), endpoint(request)))) {
            case RecallRefusal.Result.Nothing() -> Optional.empty();
            case RecallRefusal.Result.Recalled(Result refusal) -> Optional.of(refusal);
        };
    }

    /** Counts a request of nobody. */
    public Result ask(HttpRequest<?> request) {
        return limitRequest.handle(LimitRequest.Command.ofGuest(address(request), endpoint(request)));
    }

    /** Counts a request of a user. */
    public Result ask(HttpRequest<?> request, Subject user, String tier) {
        return limitRequest.handle(new LimitRequest.Command(address(request), user, tier, endpoint(request)));
    }

    /** Gives a user back what was counted for it, because the request is not its own. */
    public void refund(Subject user, List<Receipt> receipts) {
        var _ = refundRequest.handle(new RefundRequest.Command(user, receipts));
    }

    /** The answer to a request that may not go on; empty for one that may, whose answer is described later. */
    public Optional<MutableHttpResponse<?>> settle(HttpRequest<?> request, Result result) {
        return switch (result) {
            case Result.Admitted(List<Verdict> verdicts, var receipts) -> {
                request.setAttribute(VERDICTS, verdicts);
                yield Optional.empty();
            }
            case Result.Refused refused -> {
                MutableHttpResponse<Problem> answer = Problem.rateLimited(request, refused.violated());
                LimitHeaders.describe(answer, refused.verdicts());
                LimitHeaders.retryAfter(answer, refused.retryAfter());
                yield Optional.of(answer);
            }
            case Result.Blocked(Standing standing) -> {
                MutableHttpResponse<Problem> answer = Problem.rateLimited(request, List.of());
                LimitHeaders.retryAfter(answer, standing.blockedFor());
                yield Optional.of(answer);
            }
        };
    }

    /** Writes what the limits of a request are into its answer. */
    @SuppressWarnings("unchecked")
    public void describe(HttpRequest<?> request, MutableHttpResponse<?> response) {
        request.getAttribute(VERDICTS, List.class)
                .ifPresent(verdicts -> LimitHeaders.describe(response, (List<Verdict>) verdicts));
    }

    private Endpoint endpoint(HttpRequest<?> request) {
        return RouteAttributes.getRouteInfo(request)
                .flatMap(route -> BasicHttpAttributes.getUriTemplate(request)
                        .map(template -> endpoints.computeIfAbsent(
                                new Place(request.getMethod(), template),
                                place -> new Endpoint(
                                        place.route(),
                                        Set.of(route.getAnnotationMetadata().stringValues(RateLimited.class))))))
                .orElse(NOWHERE);
    }
}
