package dev.gatehouse.app.http.problem;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.gatehouse.app.http.filter.RequestId;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MutableHttpResponse;
import java.time.Duration;
import java.util.List;

/**
 * The body of every answer that is an error (RFC 9457, {@code application/problem+json}).
 *
 * @param type a URN that names the code
 * @param title the status in words
 * @param detail one sentence for people
 * @param instance the path that was asked for
 * @param code stable, for programs
 * @param errors the fields at fault; absent unless the input is invalid
 * @param violatedPolicies the names of the limits that were exceeded
 *     (draft-ietf-httpapi-ratelimit-headers-11); absent unless there are any
 */
public record Problem(
        String type,
        String title,
        int status,
        String detail,
        String instance,
        String code,
        String requestId,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<FieldError> errors,

        @JsonProperty("violated-policies") @JsonInclude(JsonInclude.Include.NON_EMPTY)
        List<String> violatedPolicies) {

    /** The media type of problems. */
    public static final String MEDIA_TYPE = "application/problem+json";

    /**
     * One field at fault.
     *
     * @param pointer a JSON pointer into the body (RFC 6901), the empty one being the body itself; or to the parameter of the
     *     query, or to the header
     */
    public record FieldError(String pointer, String code, String detail) {}

    static Problem of(HttpRequest<?> request, ProblemCode code, List<FieldError> errors) {
        return of(request, code, errors, List.of());
    }

    private static Problem of(
            HttpRequest<?> request, ProblemCode code, List<FieldError> errors, List<String> violatedPolicies) {
        return new Problem(
                "urn:gatehouse:problem:" + code.code(),
                code.status().getReason(),
                code.status().getCode(),
                code.detail(),
                request.getPath(),
                code.code(),
                RequestId.of(request),
                errors,
                violatedPolicies);
    }

    /** The answer to a request that comes too soon. */
    public static MutableHttpResponse<Problem> rateLimited(HttpRequest<?> request, List<String> violatedPolicies) {
        var code = ProblemCode.RATE_LIMITED;
        return HttpResponse.<Problem>status(code.status())
                .body(of(request, code, List.of(), violatedPolicies))
                .contentType(MEDIA_TYPE);
    }

    /**
     * The answer to a request of somebody who is to show anew who they are (RFC 9470, section 3).
     *
     * @param age how old it may be that they have
     */
    public static MutableHttpResponse<Problem> stepUp(HttpRequest<?> request, ProblemCode code, Duration age) {
        return HttpResponse.<Problem>status(code.status())
                .body(of(request, code, List.of()))
                .contentType(MEDIA_TYPE)
                .header(
                        HttpHeaders.WWW_AUTHENTICATE,
                        "Bearer error=\"insufficient_user_authentication\", max_age=\"" + age.toSeconds() + "\"");
    }

    /** The answer to a request that met this problem. */
    public static MutableHttpResponse<Problem> answer(HttpRequest<?> request, ProblemCode code) {
        return answer(request, code, List.of());
    }

    /** The answer to a request with fields at fault. */
    static MutableHttpResponse<Problem> answer(HttpRequest<?> request, ProblemCode code, List<FieldError> errors) {
        MutableHttpResponse<Problem> answer = HttpResponse.<Problem>status(code.status())
                .body(of(request, code, errors))
                .contentType(MEDIA_TYPE);
        // Every 401 says how to do better (RFC 9110, section 15.5.2).
        return code.status() == HttpStatus.UNAUTHORIZED
                ? answer.header(HttpHeaders.WWW_AUTHENTICATE, "Bearer")
                : answer;
    }
}
