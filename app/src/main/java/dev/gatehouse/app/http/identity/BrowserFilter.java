package dev.gatehouse.app.http.identity;

import dev.gatehouse.app.http.filter.BrowserRequests;
import dev.gatehouse.app.http.problem.Problem;
import dev.gatehouse.app.http.problem.ProblemCode;
import dev.gatehouse.identity.model.CookieJar;
import dev.gatehouse.identity.model.DeviceCookie;
import dev.gatehouse.identity.model.DeviceTrust;
import dev.gatehouse.identity.model.MasterKey;
import dev.gatehouse.identity.model.SessionId;
import io.micronaut.core.order.Ordered;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ResponseFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.http.filter.ServerFilterPhase;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Gives browsers their tokens as cookies and nowhere else: whatever answers with tokens answers here without them, if it
 * was a browser that asked.
 */
@ServerFilter(ServerFilter.MATCH_ALL_PATTERN)
final class BrowserFilter implements Ordered {

    private static final String JAR = "gatehouse.cookie-jar";
    private static final String FORGET = "gatehouse.forget-cookies";

    /** As long as browsers keep any cookie. */
    private static final Duration DEVICE_LIFE = Duration.ofDays(400);

    private final BrowserRequests browsers;
    private final MasterKey key;

    BrowserFilter(BrowserRequests browsers, MasterKey key) {
        this.browsers = browsers;
        this.key = key;
    }

    /** The cookies of whoever sent a request, as the filter has found them. */
    static CookieJar jar(HttpRequest<?> request) {
        return request.getAttribute(JAR, CookieJar.class).orElse(CookieJar.NONE);
    }

    /** Has the tokens that a browser keeps taken from it with the answer; the device stays known. Others have none. */
    static void forget(HttpRequest<?> request) {
        request.setAttribute(FORGET, true);
    }

    /** After requests are counted, and before they are let in. */
    @Override
    public int getOrder() {
        return ServerFilterPhase.SECURITY.before() + 1;
    }

    @RequestFilter
    @Nullable
    MutableHttpResponse<?> arrive(HttpRequest<?> request) {
        if (!browsers.isBrowser(request)) {
            return null;
        }
        if (!browsers.mayUseCookies(request)) {
            return Problem.answer(request, ProblemCode.CROSS_SITE_REQUEST);
        }
        request.setAttribute(
                JAR,
                CookieJar.with(Cookies.DEVICE
                                .of(request)
                                .flatMap(text -> DeviceCookie.open(text, key))
                                .orElse(null))
                        .trusted(Cookies.TRUST.of(request).orElse(null)));
        return null;
    }

    @ResponseFilter
    void leave(HttpRequest<?> request, MutableHttpResponse<?> response) {
        CookieJar jar = jar(request);
        if (jar.isThere() && response.body() instanceof TokenBody tokens) {
            Cookies.ACCESS.set(response, tokens.accessToken(), Duration.ofSeconds(tokens.expiresIn()));
            Cookies.REFRESH.set(response, tokens.refreshToken(), Duration.ofSeconds(tokens.refreshExpiresIn()));
            var device = jar.device() == null ? first(tokens) : jar.device();
            Cookies.DEVICE.set(response, device.seal(key), DEVICE_LIFE);
            if (tokens.deviceTrust() != null) {
                Cookies.TRUST.set(response, tokens.deviceTrust(), DeviceTrust.LIFE);
            }
            response.body(BrowserBody.of(tokens));
        }
        if (jar.isThere() && request.getAttribute(FORGET).isPresent()) {
            Cookies.ACCESS.clear(response);
            Cookies.REFRESH.clear(response);
        }
    }

    private static DeviceCookie first(TokenBody tokens) {
        return DeviceCookie.first(new SessionId(tokens.session().id()));
    }
}
