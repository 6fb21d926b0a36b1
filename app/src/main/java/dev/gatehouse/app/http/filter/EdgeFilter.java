package dev.gatehouse.app.http.filter;

import dev.gatehouse.app.http.audit.Denials;
import dev.gatehouse.app.http.audit.RequestOrigins;
import io.micronaut.core.order.Ordered;
import io.micronaut.http.BasicHttpAttributes;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ResponseFilter;
import io.micronaut.http.annotation.ServerFilter;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The outermost filter: names the request, gives every answer its security headers (OWASP secure headers), notes what
 * was denied, and writes the one log line of the request.
 */
@ServerFilter(ServerFilter.MATCH_ALL_PATTERN)
public final class EdgeFilter implements Ordered {

    private static final Logger LOG = LoggerFactory.getLogger("gatehouse.requests");
    private static final String STARTED = "gatehouse.started";
    private static final String DOCS = "/docs";
    private static final String CONTENT_SECURITY_POLICY = "Content-Security-Policy";

    private final ClientAddress clientAddress;
    private final RequestOrigins origins;
    private final Denials denials;

    EdgeFilter(ClientAddress clientAddress, RequestOrigins origins, Denials denials) {
        this.clientAddress = clientAddress;
        this.origins = origins;
        this.denials = denials;
    }

    @Override
    public int getOrder() {
        return Ordered.HIGHEST_PRECEDENCE;
    }

    @RequestFilter
    void arrive(HttpRequest<?> request) {
        request.setAttribute(STARTED, System.nanoTime());
        origins.leave(request);
    }

    /** Gives an answer what every answer has. What Netty itself could not read passes no filter, and leaves here too. */
    @ResponseFilter
    public void leave(HttpRequest<?> request, MutableHttpResponse<?> response) {
        response.header(RequestId.HEADER, RequestId.of(request));
        secure(response, response.code() < 400 && request.getPath().startsWith(DOCS));
        denials.note(request, response);
        log(request, response);
    }

    private static void secure(MutableHttpResponse<?> response, boolean page) {
        response.header("X-Content-Type-Options", "nosniff")
                .header("X-Frame-Options", "DENY")
                .header("Referrer-Policy", "no-referrer")
                .header("Cross-Origin-Opener-Policy", "same-origin")
                .header("Cross-Origin-Resource-Policy", "same-origin")
                .header("Permissions-Policy", "camera=(), geolocation=(), microphone=()")
                .header("Strict-Transport-Security", "max-age=63072000; includeSubDomains");
        // Who shows a page of its own says what that page may do.
        if (!response.getHeaders().contains(CONTENT_SECURITY_POLICY)) {
            response.header(
                    CONTENT_SECURITY_POLICY,
                    page
                            ? "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; "
                                    + "frame-ancestors 'none'; base-uri 'none'; form-action 'none'"
                            : "default-src 'none'; frame-ancestors 'none'");
        }
        if (!response.getHeaders().contains(HttpHeaders.CACHE_CONTROL)) {
            response.header(HttpHeaders.CACHE_CONTROL, page ? "no-cache" : "no-store");
        }
    }

    private void log(HttpRequest<?> request, MutableHttpResponse<?> response) {
        if (!LOG.isInfoEnabled()) {
            return;
        }
        long started = request.getAttribute(STARTED, Long.class).orElseGet(System::nanoTime);
        LOG.atInfo()
                .addKeyValue("method", request.getMethodName())
                // The template, not the path: what a stranger writes into a path stays out of the log.
                .addKeyValue(
                        "route", BasicHttpAttributes.getUriTemplate(request).orElse("-"))
                .addKeyValue("status", response.code())
                .addKeyValue("micros", TimeUnit.NANOSECONDS.toMicros(System.nanoTime() - started))
                .addKeyValue("requestId", RequestId.of(request))
                .addKeyValue("client", clientAddress.resolve(request))
                .log("request");
    }
}
