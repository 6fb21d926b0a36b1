package dev.gatehouse.app.http.ratelimit;

import dev.gatehouse.ratelimit.Limit;
import dev.gatehouse.ratelimit.Verdict;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.MutableHttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What an answer says of limits: {@code X-RateLimit-*} of the one that matters most, and {@code RateLimit-Policy} and
 * {@code RateLimit} (draft-ietf-httpapi-ratelimit-headers-11). What only watches is kept quiet.
 */
final class LimitHeaders {

    private LimitHeaders() {}

    static void describe(MutableHttpResponse<?> response, List<Verdict> verdicts) {
        Verdict.closest(verdicts).ifPresent(closest -> {
            response.header(
                            "X-RateLimit-Limit",
                            Integer.toString(closest.limit().quota()))
                    .header("X-RateLimit-Remaining", Integer.toString(closest.remaining()))
                    .header("X-RateLimit-Reset", Long.toString(closest.resetAtSecond()))
                    .header("RateLimit-Policy", policies(verdicts))
                    .header("RateLimit", state(closest));
        });
    }

    private static String policies(List<Verdict> verdicts) {
        return verdicts.stream()
                .map(Verdict::limit)
                .filter(Limit::isEnforced)
                .map(limit -> "\"" + limit.name() + "\";q=" + limit.quota() + ";w=" + seconds(limit.window()))
                .collect(Collectors.joining(", "));
    }

    /** A refusal names the time of {@code Retry-After}, as the draft asks for. */
    private static String state(Verdict closest) {
        Duration wait = closest.hasRoom() ? closest.resetAfter() : closest.retryAfter();
        return "\"" + closest.limit().name() + "\";r=" + closest.remaining() + ";t=" + seconds(wait);
    }

    static void retryAfter(MutableHttpResponse<?> response, Duration wait) {
        response.header(HttpHeaders.RETRY_AFTER, Long.toString(Math.max(1, seconds(wait))));
    }

    private static long seconds(Duration time) {
        return Math.ceilDiv(time.toMillis(), 1_000L);
    }
}
