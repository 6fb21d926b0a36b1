package dev.gatehouse.app.http.identity;

import io.micronaut.context.annotation.Replaces;
import io.micronaut.http.HttpRequest;
import io.micronaut.security.authentication.Authentication;
import io.micronaut.security.filters.AuthenticationFetcher;
import io.micronaut.security.token.TokenAuthenticationFetcher;
import jakarta.inject.Singleton;
import java.util.Optional;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Mono;

/** Tells the framework's security filter who calls, as {@link AdmissionFilter} has found out before it. */
@Singleton
@Replaces(TokenAuthenticationFetcher.class)
final class BearerAuthentication implements AuthenticationFetcher<HttpRequest<?>> {

    static final String ATTRIBUTE = "gatehouse.authentication";

    static void remember(HttpRequest<?> request, Optional<CallerAuthentication> caller) {
        caller.ifPresent(known -> request.setAttribute(ATTRIBUTE, known));
    }

    @Override
    public Publisher<Authentication> fetchAuthentication(HttpRequest<?> request) {
        return Mono.justOrEmpty(request.getAttribute(ATTRIBUTE, CallerAuthentication.class));
    }
}
