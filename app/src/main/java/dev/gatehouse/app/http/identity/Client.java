package dev.gatehouse.app.http.identity;

import dev.gatehouse.app.http.filter.ClientAddress;
import dev.gatehouse.identity.model.CookieJar;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;

/** What a request says of its sender without being asked. */
record Client(String userAgent, String address, CookieJar jar) {

    static Client of(HttpRequest<?> request, ClientAddress addresses) {
        String userAgent = request.getHeaders().get(HttpHeaders.USER_AGENT);
        return new Client(userAgent == null ? "" : userAgent, addresses.resolve(request), BrowserFilter.jar(request));
    }
}
