package dev.gatehouse.app.http.filter;

import io.micronaut.context.annotation.Replaces;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.server.util.DefaultHttpClientAddressResolver;
import io.micronaut.http.server.util.HttpClientAddressResolver;
import jakarta.inject.Singleton;
import java.net.InetAddress;

/**
 * Where a request comes from: the right-most hop that is not a trusted proxy.
 *
 * <p>The framework's own resolver takes the left-most, which is whatever the client wrote.
 */
@Singleton
@Replaces(DefaultHttpClientAddressResolver.class)
public final class ClientAddress implements HttpClientAddressResolver {

    private final TrustedProxies proxies;

    public ClientAddress(TrustedProxies proxies) {
        this.proxies = proxies;
    }

    /** The address as text. */
    @Override
    @SuppressWarnings("rawtypes") // as the framework's interface has it
    public String resolve(HttpRequest request) {
        return of(request).getHostAddress();
    }

    public InetAddress of(HttpRequest<?> request) {
        InetAddress peer = request.getRemoteAddress().getAddress();
        return proxies.client(peer, request.getHeaders().getAll("X-Forwarded-For"));
    }
}
