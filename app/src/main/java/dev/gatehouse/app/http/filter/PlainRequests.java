package dev.gatehouse.app.http.filter;

import io.micronaut.core.order.Ordered;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.http.exceptions.HttpStatusException;
import io.micronaut.http.filter.ServerFilterPhase;

/** Refuses requests that leave it to the reader what they are, where the framework would guess. */
@ServerFilter(ServerFilter.MATCH_ALL_PATTERN)
final class PlainRequests implements Ordered {

    @Override
    public int getOrder() {
        return ServerFilterPhase.FIRST.order();
    }

    @RequestFilter
    void check(HttpRequest<?> request) {
        HttpHeaders headers = request.getHeaders();
        if (headers.getAll(HttpHeaders.HOST).size() > 1) {
            throw new HttpStatusException(HttpStatus.BAD_REQUEST, "more than one Host (RFC 9112, section 3.2)");
        }
        // Without a type a page of another origin can send a body unasked; and no body is decompressed.
        if (hasBody(headers) && (headers.contentType().isEmpty() || headers.contains(HttpHeaders.CONTENT_ENCODING))) {
            throw new HttpStatusException(HttpStatus.UNSUPPORTED_MEDIA_TYPE, "a body of no type, or in a coding");
        }
    }

    private static boolean hasBody(HttpHeaders headers) {
        return headers.contains(HttpHeaders.TRANSFER_ENCODING)
                || headers.contentLength().orElse(0) > 0;
    }
}
