package dev.gatehouse.app.http.identity;

import dev.gatehouse.app.http.filter.RequestId;
import dev.gatehouse.identity.Authenticate;
import dev.gatehouse.identity.model.Caller;
import io.micronaut.context.annotation.Replaces;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.security.authentication.Authentication;
import io.micronaut.security.filters.AuthenticationFetcher;
import io.micronaut.security.token.TokenAuthenticationFetcher;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import org.reactivestreams.Publisher;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/**
 * Tells the framework's security filter who calls, from the one {@code Authorization: Bearer} header (RFC 6750, section
 * 2.1). Without one, or with a token that does not hold, the request goes on as nobody's.
 */
@Singleton
@Replaces(TokenAuthenticationFetcher.class)
final class BearerAuthentication implements AuthenticationFetcher<HttpRequest<?>> {

    private static final Logger LOG = LoggerFactory.getLogger(BearerAuthentication.class);
    private static final String SCHEME = "Bearer ";

    private final Authenticate authenticate;
    private final ProfileReadAhead readAhead;
    private final Scheduler scheduler;

    BearerAuthentication(
            Authenticate authenticate,
            ProfileReadAhead readAhead,
            @Named(TaskExecutors.BLOCKING) ExecutorService executor) {
        this.authenticate = authenticate;
        this.readAhead = readAhead;
        this.scheduler = Schedulers.fromExecutorService(executor);
    }

    @Override
    public Publisher<Authentication> fetchAuthentication(HttpRequest<?> request) {
        return Mono.justOrEmpty(token(request))
                .publishOn(scheduler)
                .flatMap(token -> Mono.justOrEmpty(authenticate(request, token)));
    }

    private static Optional<String> token(HttpRequest<?> request) {
        List<String> headers = request.getHeaders().getAll(HttpHeaders.AUTHORIZATION);
        // Two headers are two answers to one question: whoever reads the other one must not be misled.
        return headers.size() == 1 && headers.getFirst().regionMatches(true, 0, SCHEME, 0, SCHEME.length())
                ? Optional.of(headers.getFirst().substring(SCHEME.length()))
                : Optional.empty();
    }

    private Optional<Authentication> authenticate(HttpRequest<?> request, String token) {
        var command = new Authenticate.Command(token, user -> readAhead.start(request, user));
        return switch (authenticate.handle(command)) {
            case Authenticate.Result.Authenticated(Caller caller, Instant until) ->
                Optional.of(new CallerAuthentication(caller, until));
            case Authenticate.Result.Rejected(String reason) -> {
                LOG.debug("request {}: token refused, {}", RequestId.of(request), reason);
                yield Optional.empty();
            }
        };
    }
}
