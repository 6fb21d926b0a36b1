package dev.gatehouse.app.http.identity;

import dev.gatehouse.app.http.problem.Input;
import dev.gatehouse.app.http.problem.InvalidInput;
import dev.gatehouse.app.http.problem.Problem;
import dev.gatehouse.app.http.problem.ProblemCode;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import java.time.Duration;

/** The refusals of whoever is signed in and is to give their password once more. */
final class WrongPassword {

    private WrongPassword() {}

    /** A field at fault and no 401: clients take that for a token that ran out, and would try again with another. */
    static InvalidInput at(String pointer) {
        return Input.invalid(pointer, "wrong-password", "This is not your password.");
    }

    /** It may be theirs, and does not do. */
    static InvalidInput notEnough(String pointer) {
        return Input.invalid(pointer, "second-factor-needed", "Give a code of your second factor instead.");
    }

    static HttpResponse<?> locked(HttpRequest<?> request, Duration wait) {
        return Problem.answer(request, ProblemCode.ACCOUNT_LOCKED)
                .header(HttpHeaders.RETRY_AFTER, Long.toString(Math.ceilDiv(wait.toMillis(), 1_000L)));
    }
}
