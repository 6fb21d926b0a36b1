package dev.gatehouse.app.http.identity;

import dev.gatehouse.app.http.filter.RequestId;
import dev.gatehouse.app.http.ratelimit.RequestLimits;
import dev.gatehouse.identity.Authenticate;
import dev.gatehouse.identity.model.AccessClaims;
import dev.gatehouse.identity.model.Caller;
import io.micronaut.core.order.Ordered;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ResponseFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.http.filter.ServerFilterPhase;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import jakarta.inject.Named;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lets a request in, or not: finds out who calls, counts the request against its limits, and starts to read what its
 * route will want, with one wait for all three.
 *
 * <p>An address that was refused a moment ago is refused before its token is looked at. Without a token, or with one that
 * does not hold, a request goes on as nobody's, and counts for its address.
 */
@ServerFilter(ServerFilter.MATCH_ALL_PATTERN)
final class AdmissionFilter implements Ordered {

    private static final Logger LOG = LoggerFactory.getLogger(AdmissionFilter.class);

    private final Authenticate authenticate;
    private final ProfileReadAhead readAhead;
    private final RequestLimits limits;
    private final AccessTokenText tokens;
    private final ExecutorService executor;

    AdmissionFilter(
            Authenticate authenticate,
            ProfileReadAhead readAhead,
            RequestLimits limits,
            AccessTokenText tokens,
            @Named(TaskExecutors.BLOCKING) ExecutorService executor) {
        this.authenticate = authenticate;
        this.readAhead = readAhead;
        this.limits = limits;
        this.tokens = tokens;
        this.executor = executor;
    }

    @Override
    public int getOrder() {
        return ServerFilterPhase.SECURITY.before();
    }

    @RequestFilter
    @ExecuteOn(TaskExecutors.BLOCKING)
    @Nullable
    MutableHttpResponse<?> admit(HttpRequest<?> request) {
        Optional<String> token = tokens.of(request);
        if (limits.isFree(request)) {
            token.ifPresent(text -> BearerAuthentication.remember(
                    request, caller(request, text, claims -> readAhead.start(request, claims.user()))));
            return null;
        }
        return token.map(text -> refusal(request, text))
                .orElseGet(() -> limits.settle(request, limits.ask(request)))
                .orElse(null);
    }

    @ResponseFilter
    void describe(HttpRequest<?> request, MutableHttpResponse<?> response) {
        limits.describe(request, response);
    }

    private Optional<MutableHttpResponse<?>> refusal(HttpRequest<?> request, String token) {
        var recalled = limits.recall(request);
        if (recalled.isPresent()) {
            return limits.settle(request, recalled.get());
        }
        var count = new UserCount(request, limits, executor);
        Optional<CallerAuthentication> caller = caller(request, token, claims -> {
            count.start(claims);
            readAhead.start(request, claims.user());
        });
        BearerAuthentication.remember(request, caller);
        return limits.settle(request, caller.isPresent() ? count.ofUser() : count.ofNobody());
    }

    private Optional<CallerAuthentication> caller(
            HttpRequest<?> request, String token, Consumer<AccessClaims> meanwhile) {
        return switch (authenticate.handle(new Authenticate.Command(token, meanwhile))) {
            case Authenticate.Result.Authenticated(Caller caller, Instant until) ->
                Optional.of(new CallerAuthentication(caller, until));
            case Authenticate.Result.Rejected(String reason) -> {
                LOG.debug("request {}: token refused, {}", RequestId.of(request), reason);
                yield Optional.empty();
            }
        };
    }
}
