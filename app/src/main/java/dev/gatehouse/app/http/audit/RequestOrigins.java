package dev.gatehouse.app.http.audit;

import dev.gatehouse.app.http.filter.ClientAddress;
import dev.gatehouse.app.http.filter.RequestId;
import dev.gatehouse.audit.Origin;
import dev.gatehouse.ratelimit.Subject;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import jakarta.inject.Singleton;
import java.util.function.Supplier;

/** Tells the audit log where a request comes from. */
@Singleton
public final class RequestOrigins {

    private final ClientAddress addresses;

    RequestOrigins(ClientAddress addresses) {
        this.addresses = addresses;
    }

    Origin of(HttpRequest<?> request) {
        return new Origin(
                RequestId.of(request),
                addresses.resolve(request),
                request.getHeaders().get(HttpHeaders.USER_AGENT));
    }

    /** The address that it comes from, or the network where that is whose; see {@link Subject#ip}. */
    String source(HttpRequest<?> request) {
        return Subject.ip(addresses.of(request)).id();
    }

    /** Leaves it in the request, for whoever serves it, as an attribute by the name of what it is. */
    public void leave(HttpRequest<?> request) {
        request.setAttribute(Origin.class.getName(), (Supplier<Origin>) () -> of(request));
    }
}
