package dev.gatehouse.app.http.problem;

import dev.gatehouse.app.http.filter.EdgeFilter;
import io.micronaut.http.HttpMethod;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.server.exceptions.response.ErrorContext;
import io.micronaut.http.server.exceptions.response.ErrorResponseProcessor;
import io.micronaut.http.server.netty.NettyHttpRequest;
import io.netty.handler.codec.DecoderResult;
import io.netty.handler.codec.http.TooLongHttpHeaderException;
import io.netty.handler.codec.http.TooLongHttpLineException;
import jakarta.inject.Singleton;
import java.util.List;

/** Gives the framework's own refusals (404, 405, 413, 415, malformed JSON, …) the form of a problem. */
@Singleton
final class ProblemProcessor implements ErrorResponseProcessor<Problem> {

    private final EdgeFilter edge;

    ProblemProcessor(EdgeFilter edge) {
        this.edge = edge;
    }

    @Override
    @SuppressWarnings("unchecked")
    public MutableHttpResponse<Problem> processResponse(ErrorContext context, MutableHttpResponse<?> response) {
        var answer = (MutableHttpResponse<Problem>) response;
        HttpRequest<?> request = context.getRequest();
        if (request.getMethod() == HttpMethod.HEAD) {
            return answer;
        }
        if (request instanceof NettyHttpRequest<?> netty
                && netty.getNativeRequest().decoderResult().isFailure()) {
            write(request, codeOf(netty.getNativeRequest().decoderResult()), answer);
            edge.leave(request, answer);
            return answer;
        }
        return write(request, ProblemCode.of(response.status()), answer);
    }

    private static ProblemCode codeOf(DecoderResult failure) {
        return switch (failure.cause()) {
            case TooLongHttpLineException line -> ProblemCode.URI_TOO_LONG;
            case TooLongHttpHeaderException headers -> ProblemCode.HEADERS_TOO_LARGE;
            default -> ProblemCode.MALFORMED_REQUEST;
        };
    }

    private static MutableHttpResponse<Problem> write(
            HttpRequest<?> request, ProblemCode code, MutableHttpResponse<Problem> answer) {
        return answer.status(code.status())
                .body(Problem.of(request, code, List.of()))
                .contentType(Problem.MEDIA_TYPE);
    }
}
