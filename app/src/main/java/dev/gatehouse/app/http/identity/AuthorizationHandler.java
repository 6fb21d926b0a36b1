package dev.gatehouse.app.http.identity;

import dev.gatehouse.app.http.problem.Problem;
import dev.gatehouse.app.http.problem.ProblemCode;
import io.micronaut.context.annotation.Replaces;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.server.exceptions.ExceptionHandler;
import io.micronaut.security.authentication.AuthorizationException;
import io.micronaut.security.authentication.DefaultAuthorizationExceptionHandler;
import jakarta.inject.Singleton;

/** Answers 401 to nobody, and 403 to somebody with another role, or with cookies that another site may have sent. */
@Singleton
@Replaces(DefaultAuthorizationExceptionHandler.class)
final class AuthorizationHandler implements ExceptionHandler<AuthorizationException, MutableHttpResponse<?>> {

    @Override
    @SuppressWarnings("rawtypes")
    public MutableHttpResponse<?> handle(HttpRequest request, AuthorizationException refused) {
        return Problem.answer(request, code((HttpRequest<?>) request, refused));
    }

    private static ProblemCode code(HttpRequest<?> request, AuthorizationException refused) {
        if (refused.isForbidden()) {
            return ProblemCode.FORBIDDEN;
        }
        return AccessTokenText.wasRefused(request) ? ProblemCode.CROSS_SITE_REQUEST : ProblemCode.UNAUTHENTICATED;
    }
}
