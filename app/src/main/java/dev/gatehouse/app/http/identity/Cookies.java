package dev.gatehouse.app.http.identity;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.cookie.Cookie;
import java.time.Duration;
import java.util.Optional;

/**
 * The cookies that a browser keeps for us. None is seen by scripts, sent by other sites' pages, sent in the clear, or set
 * by a neighbouring domain: {@code HttpOnly}, {@code SameSite=Strict}, {@code Secure} and the prefix {@code __Host-}
 * (RFC 6265bis, sections 4.1.2 and 4.1.3.2).
 */
enum Cookies {
    ACCESS("__Host-gatehouse-access"),
    REFRESH("__Host-gatehouse-refresh"),
    /** By which a browser is known that has signed in before. */
    DEVICE("__Host-gatehouse-device"),
    /** By which a browser is known that needs no second factor. */
    TRUST("__Host-gatehouse-trust");

    private static final String ATTRIBUTES = "; Path=/; Secure; HttpOnly; SameSite=Strict; Max-Age=";

    private final String cookie;

    Cookies(String cookie) {
        this.cookie = cookie;
    }

    Optional<String> of(HttpRequest<?> request) {
        return request.getHeaders().contains(HttpHeaders.COOKIE)
                ? request.getCookies().findCookie(cookie).map(Cookie::getValue)
                : Optional.empty();
    }

    void set(MutableHttpResponse<?> response, String value, Duration life) {
        response.header(HttpHeaders.SET_COOKIE, cookie + "=" + value + ATTRIBUTES + life.toSeconds());
    }

    void clear(MutableHttpResponse<?> response) {
        set(response, "", Duration.ZERO);
    }
}
