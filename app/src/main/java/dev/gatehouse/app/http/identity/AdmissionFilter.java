package dev.gatehouse.app.http.identity;

import dev.gatehouse.app.http.filter.RequestId;
import dev.gatehouse.app.http.ratelimit.RequestLimits;
import dev.gatehouse.identity.Authenticate;
import dev.gatehouse.identity.model.AccessClaims;
import dev.gatehouse.identity.model.Caller;
import dev.gatehouse.ratelimit.LimitRequest;
import io.micronaut.core.order.Ordered;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ResponseFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.http.filter.ServerFilterPhase;
import io.micronaut.scheduling.TaskExecutors;
import jakarta.inject.Named;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutorService;
import java.util.function.Consumer;
import java.util.function.Supplier;
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

    private static final CompletionStage<Optional<MutableHttpResponse<?>>> LET_IN =
            CompletableFuture.completedStage(Optional.empty());

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

    /** What needs no wait is settled on the thread that the request came in on. */
    @RequestFilter
    CompletionStage<Optional<MutableHttpResponse<?>>> admit(HttpRequest<?> request) {
        Optional<String> token = tokens.of(request);
        if (limits.isFree(request)) {
            return token.isEmpty() ? LET_IN : later(() -> letIn(request, token.get()));
        }
        return limits.recall(request)
                .<CompletionStage<Optional<MutableHttpResponse<?>>>>map(
                        refusal -> CompletableFuture.completedStage(limits.settle(request, refusal)))
                .orElseGet(() -> later(() -> limits.settle(request, count(request, token))));
    }

    private CompletionStage<Optional<MutableHttpResponse<?>>> later(
            Supplier<Optional<MutableHttpResponse<?>>> verdict) {
        return CompletableFuture.supplyAsync(verdict, executor);
    }

    @ResponseFilter
    void describe(HttpRequest<?> request, MutableHttpResponse<?> response) {
        limits.describe(request, response);
    }

    private Optional<MutableHttpResponse<?>> letIn(HttpRequest<?> request, String token) {
        BearerAuthentication.remember(
                request, caller(request, token, claims -> readAhead.start(request, claims.user())));
        return Optional.empty();
    }

    private LimitRequest.Result count(HttpRequest<?> request, Optional<String> token) {
        if (token.isEmpty()) {
            return limits.ask(request);
        }
        var count = new UserCount(request, limits, executor);
        Optional<CallerAuthentication> caller = caller(request, token.get(), claims -> {
            readAhead.start(request, claims.user());
            count.take(claims);
        });
        BearerAuthentication.remember(request, caller);
        return caller.isPresent() ? count.ofUser() : count.ofNobody();
    }

    private Optional<CallerAuthentication> caller(
            HttpRequest<?> request, String token, Consumer<AccessClaims> meanwhile) {
        return switch (authenticate.handle(new Authenticate.Command(token, meanwhile))) {
            case Authenticate.Result.Authenticated(Caller caller, AccessClaims claims, Instant until) ->
                Optional.of(new CallerAuthentication(caller, claims, until));
            case Authenticate.Result.Rejected(String reason) -> {
                LOG.debug("request {}: token refused, {}", RequestId.of(request), reason);
                yield Optional.empty();
            }
        };
    }
}
