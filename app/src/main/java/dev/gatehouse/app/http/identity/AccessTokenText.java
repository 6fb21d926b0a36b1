package dev.gatehouse.app.http.identity;

import dev.gatehouse.app.http.filter.BrowserRequests;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import jakarta.inject.Singleton;
import java.util.Optional;

/** Finds the access token of a request: in its {@code Authorization}, or else in the cookie of a browser. */
@Singleton
final class AccessTokenText {

    private static final String REFUSED = "gatehouse.cookie-refused";

    private final BrowserRequests browsers;

    AccessTokenText(BrowserRequests browsers) {
        this.browsers = browsers;
    }

    /** Whether a request had a cookie that did not count, because another site may have made a browser send it. */
    static boolean wasRefused(HttpRequest<?> request) {
        return request.getAttribute(REFUSED).isPresent();
    }

    /** Where there is an {@code Authorization}, whatever it says, no cookie is looked at. */
    Optional<String> of(HttpRequest<?> request) {
        if (request.getHeaders().contains(HttpHeaders.AUTHORIZATION)) {
            return BearerToken.of(request);
        }
        Optional<String> cookie = Cookies.ACCESS.of(request);
        if (cookie.isPresent() && !browsers.mayUseCookies(request)) {
            request.setAttribute(REFUSED, true);
            return Optional.empty();
        }
        return cookie;
    }
}
