package dev.gatehouse.app.http.filter;

import io.micronaut.http.HttpRequest;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The name of one request in answers and logs: the client's own, if it is harmless, or one made here. */
public final class RequestId {

    /** The header that carries it in and out. */
    public static final String HEADER = "X-Request-Id";

    private static final Pattern HARMLESS = Pattern.compile("[A-Za-z0-9._-]{1,64}");
    private static final long VERSION_BITS = 0xF000L;
    private static final long VERSION_4 = 0x4000L;
    private static final long VARIANT_BITS = 3L << 62;
    private static final long VARIANT_RFC_9562 = 2L << 62;
    private static final String ATTRIBUTE = "gatehouse.request-id";

    private RequestId() {}

    /** The id of a request, the same however often it is asked for. */
    public static String of(HttpRequest<?> request) {
        return request.getAttribute(ATTRIBUTE, String.class).orElseGet(() -> {
            String id = choose(request.getHeaders().get(HEADER));
            request.setAttribute(ATTRIBUTE, id);
            return id;
        });
    }

    private static String choose(@Nullable String offered) {
        return offered != null && HARMLESS.matcher(offered).matches() ? offered : unique();
    }

    /** No secret: it need not be hard to guess, and must not wait for the generator of those that must. */
    private static String unique() {
        var random = ThreadLocalRandom.current();
        return new UUID(
                        (random.nextLong() & ~VERSION_BITS) | VERSION_4,
                        (random.nextLong() & ~VARIANT_BITS) | VARIANT_RFC_9562)
                .toString();
    }
}
