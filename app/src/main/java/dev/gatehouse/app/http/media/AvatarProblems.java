package dev.gatehouse.app.http.media;

import dev.gatehouse.app.http.problem.Problem;
import dev.gatehouse.app.http.problem.ProblemCode;
import dev.gatehouse.media.model.Refusal;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import java.time.Duration;

/** What those are told whose image does not become their avatar, whichever way it came. */
final class AvatarProblems {

    private AvatarProblems() {}

    static HttpResponse<?> refused(HttpRequest<?> request, Refusal why) {
        return Problem.answer(
                request,
                switch (why) {
                    case NOT_AN_IMAGE -> ProblemCode.AVATAR_NOT_AN_IMAGE;
                    case TYPE_MISMATCH -> ProblemCode.AVATAR_TYPE_MISMATCH;
                    case TOO_LARGE -> ProblemCode.AVATAR_TOO_LARGE;
                });
    }

    static HttpResponse<?> quotaExceeded(HttpRequest<?> request, Duration retryAfter) {
        long seconds = Math.max(1, retryAfter.plusMillis(999).toSeconds());
        return Problem.answer(request, ProblemCode.AVATAR_QUOTA_EXCEEDED)
                .header(HttpHeaders.RETRY_AFTER, Long.toString(seconds));
    }
}
