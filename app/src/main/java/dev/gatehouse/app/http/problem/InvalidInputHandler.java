package dev.gatehouse.app.http.problem;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.server.exceptions.ExceptionHandler;
import jakarta.inject.Singleton;

/** Answers 400 with every field at fault. */
@Singleton
final class InvalidInputHandler implements ExceptionHandler<InvalidInput, HttpResponse<Problem>> {

    @Override
    @SuppressWarnings("rawtypes")
    public HttpResponse<Problem> handle(HttpRequest request, InvalidInput invalid) {
        return Problem.answer(request, ProblemCode.INVALID_INPUT, invalid.errors());
    }
}
