package dev.gatehouse.app.http.problem;

import dev.gatehouse.app.http.problem.Problem.FieldError;
import dev.gatehouse.identity.model.InvalidValue;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.server.exceptions.ExceptionHandler;
import jakarta.inject.Singleton;
import java.util.List;

/** Answers 400 for a value that a use case refused, such as a password that is too short for an account. */
@Singleton
final class InvalidValueHandler implements ExceptionHandler<InvalidValue, HttpResponse<Problem>> {

    @Override
    @SuppressWarnings("rawtypes")
    public HttpResponse<Problem> handle(HttpRequest request, InvalidValue invalid) {
        var error = new FieldError("", invalid.code(), invalid.detail());
        return Problem.answer(request, ProblemCode.INVALID_INPUT, List.of(error));
    }
}
