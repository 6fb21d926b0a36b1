package dev.gatehouse.app.http.identity;

import dev.gatehouse.app.http.filter.ClientAddress;
import dev.gatehouse.identity.model.CookieJar;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import org.jspecify.annotations.Nullable;

/** What a request says of its sender without being asked. */
record Client(String userAgent, String address, CookieJar jar) {

    static Client of(HttpRequest<?> request, ClientAddress addresses) {
        String userAgent = request.getHeaders().get(HttpHeaders.USER_AGENT);
        return new Client(userAgent == null ? "" : userAgent, addresses.resolve(request), BrowserFilter.jar(request));
    }

    /** The jar, with what a client that keeps no cookies for us has kept itself; a browser has nothing to add. */
    CookieJar jar(@Nullable String deviceTrust) {
        return jar.isThere() ? jar : jar.trusted(deviceTrust);
    }
}
