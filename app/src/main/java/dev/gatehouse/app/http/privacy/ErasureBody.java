package dev.gatehouse.app.http.privacy;

import dev.gatehouse.privacy.Erasure;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MutableHttpResponse;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A wish to be erased, and what came of it: the receipt.
 *
 * @param status {@code pending} until it has begun, {@code erasing}, {@code erased}
 * @param erasesAt until when it may be taken back
 * @param erasedAt when nothing was left; null before
 * @param places that have nothing of the person any more
 */
record ErasureBody(
        String id,
        String status,
        Instant requestedAt,
        Instant erasesAt,
        @Nullable Instant erasedAt,
        List<PlaceBody> places) {

    /**
     * @param things that there were, as far as they are counted
     */
    record PlaceBody(String name, int things, Instant purgedAt) {}

    static ErasureBody of(Erasure erasure) {
        return new ErasureBody(
                erasure.id().toString(),
                status(erasure),
                erasure.requestedAt(),
                erasure.dueAt(),
                erasure.erasedAt(),
                erasure.purged().stream()
                        .map(place -> new PlaceBody(place.name(), place.things(), place.at()))
                        .toList());
    }

    private static String status(Erasure erasure) {
        if (erasure.erasedAt() != null) {
            return "erased";
        }
        return erasure.purged().isEmpty() ? "pending" : "erasing";
    }

    /** The answer to a wish: where its receipt is. */
    static MutableHttpResponse<ErasureBody> accepted(Erasure erasure) {
        return HttpResponse.<ErasureBody>accepted(URI.create("/api/erasures/" + erasure.id()))
                .body(of(erasure));
    }
}
