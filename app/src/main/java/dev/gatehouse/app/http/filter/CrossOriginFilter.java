package dev.gatehouse.app.http.filter;

import io.micronaut.core.order.Ordered;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpMethod;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ResponseFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.http.filter.ServerFilterPhase;
import org.jspecify.annotations.Nullable;

/** Lets pages of the origins that are allowed read our answers, with cookies (WHATWG Fetch, section 3.3); no others. */
@ServerFilter(ServerFilter.MATCH_ALL_PATTERN)
final class CrossOriginFilter implements Ordered {

    private static final String METHODS = "GET, HEAD, POST, PUT, DELETE";
    private static final String REQUEST_HEADERS =
            "Authorization, Content-Type, If-Match, Idempotency-Key, X-Gatehouse-Client, X-Request-Id";
    private static final String RESPONSE_HEADERS = "ETag, RateLimit, RateLimit-Policy, Retry-After, X-RateLimit-Limit, "
            + "X-RateLimit-Remaining, X-RateLimit-Reset, X-Request-Id";

    /** Ten minutes, after which a browser asks again whether it may. */
    private static final String MAX_AGE = "600";

    private final BrowserOrigins origins;

    CrossOriginFilter(BrowserOrigins origins) {
        this.origins = origins;
    }

    @Override
    public int getOrder() {
        return ServerFilterPhase.FIRST.order() + 1;
    }

    /** Answers what a browser asks before it sends a request; it has no cookies, and costs us nothing. */
    @RequestFilter
    @Nullable
    HttpResponse<?> preflight(HttpRequest<?> request) {
        String origin = request.getHeaders().get(HttpHeaders.ORIGIN);
        if (request.getMethod() != HttpMethod.OPTIONS
                || !request.getHeaders().contains(HttpHeaders.ACCESS_CONTROL_REQUEST_METHOD)
                || origin == null
                || !origins.mayRead(origin)) {
            return null;
        }
        // Its own answer passes a filter no more.
        return allowed(HttpResponse.noContent(), origin)
                .header(HttpHeaders.ACCESS_CONTROL_ALLOW_METHODS, METHODS)
                .header(HttpHeaders.ACCESS_CONTROL_ALLOW_HEADERS, REQUEST_HEADERS)
                .header(HttpHeaders.ACCESS_CONTROL_MAX_AGE, MAX_AGE);
    }

    @ResponseFilter
    void open(HttpRequest<?> request, MutableHttpResponse<?> response) {
        if (origins.others().isEmpty()) {
            return;
        }
        String origin = request.getHeaders().get(HttpHeaders.ORIGIN);
        if (origin != null && origins.mayRead(origin)) {
            allowed(response, origin).header(HttpHeaders.ACCESS_CONTROL_EXPOSE_HEADERS, RESPONSE_HEADERS);
        } else {
            response.header(HttpHeaders.VARY, HttpHeaders.ORIGIN);
        }
    }

    /** Whoever keeps the answer must not give it to another origin. */
    private static MutableHttpResponse<?> allowed(MutableHttpResponse<?> response, String origin) {
        return response.header(HttpHeaders.VARY, HttpHeaders.ORIGIN)
                .header(HttpHeaders.ACCESS_CONTROL_ALLOW_ORIGIN, origin)
                .header(HttpHeaders.ACCESS_CONTROL_ALLOW_CREDENTIALS, "true");
    }
}
