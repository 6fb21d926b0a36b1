package dev.gatehouse.app.http.problem;

import io.micronaut.http.HttpMethod;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.server.exceptions.response.ErrorContext;
import io.micronaut.http.server.exceptions.response.ErrorResponseProcessor;
import jakarta.inject.Singleton;
import java.util.List;

/** Gives the framework's own refusals (404, 405, 413, 415, malformed JSON, …) the form of a problem. */
@Singleton
final class ProblemProcessor implements ErrorResponseProcessor<Problem> {

    @Override
    @SuppressWarnings("unchecked")
    public MutableHttpResponse<Problem> processResponse(ErrorContext context, MutableHttpResponse<?> response) {
        var answer = (MutableHttpResponse<Problem>) response;
        if (context.getRequest().getMethod() == HttpMethod.HEAD) {
            return answer;
        }
        ProblemCode code = ProblemCode.of(response.status());
        return answer.status(code.status())
                .body(Problem.of(context.getRequest(), code, List.of()))
                .contentType(Problem.MEDIA_TYPE);
    }
}
