package dev.gatehouse.app.http.filter;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpMethod;
import io.micronaut.http.HttpRequest;
import jakarta.inject.Singleton;

/** Tells requests of browsers that want cookies from others, and from those that another site made them send. */
@Singleton
public final class BrowserRequests {

    private static final String CLIENT = "X-Gatehouse-Client";
    private static final String BROWSER = "browser";

    private final BrowserOrigins origins;

    BrowserRequests(BrowserOrigins origins) {
        this.origins = origins;
    }

    /** Whether a client says that it is a browser: no page of another origin can say so without our leave. */
    public boolean isBrowser(HttpRequest<?> request) {
        return BROWSER.equals(request.getHeaders().get(CLIENT));
    }

    /**
     * Whether the cookies of a request may count: it changes nothing, or a browser says in both ways that a page of ours
     * sent it.
     */
    public boolean mayUseCookies(HttpRequest<?> request) {
        return changesNothing(request.getMethod())
                || (isBrowser(request) && origins.allow(request.getHeaders().getAll(HttpHeaders.ORIGIN)));
    }

    private static boolean changesNothing(HttpMethod method) {
        return method == HttpMethod.GET || method == HttpMethod.HEAD || method == HttpMethod.OPTIONS;
    }
}
