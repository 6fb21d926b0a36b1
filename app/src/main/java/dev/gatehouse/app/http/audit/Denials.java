package dev.gatehouse.app.http.audit;

import dev.gatehouse.app.http.identity.CallerAuthentication;
import dev.gatehouse.app.http.problem.Problem;
import dev.gatehouse.app.http.problem.ProblemCode;
import dev.gatehouse.audit.Action;
import dev.gatehouse.audit.Fact;
import dev.gatehouse.audit.RecordDenial;
import io.micronaut.http.BasicHttpAttributes;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Notes the requests that were refused at the door. What use cases refuse, they record themselves. */
@Singleton
public final class Denials {

    private static final Set<String> AT_THE_DOOR = Stream.of(
                    ProblemCode.UNAUTHENTICATED,
                    ProblemCode.FORBIDDEN,
                    ProblemCode.CROSS_SITE_REQUEST,
                    ProblemCode.RATE_LIMITED,
                    ProblemCode.AVATAR_QUOTA_EXCEEDED,
                    ProblemCode.TOO_MANY_STREAMS)
            .map(ProblemCode::code)
            .collect(Collectors.toUnmodifiableSet());

    private final RecordDenial recordDenial;
    private final RequestOrigins origins;

    Denials(RecordDenial recordDenial, RequestOrigins origins) {
        this.recordDenial = recordDenial;
        this.origins = origins;
    }

    /** No round trip; nothing at all for an answer that refuses nothing. */
    public void note(HttpRequest<?> request, HttpResponse<?> response) {
        if (response.code() > 400
                && response.body() instanceof Problem problem
                && AT_THE_DOOR.contains(problem.code())) {
            var _ = recordDenial.handle(new RecordDenial.Command(denial(request, problem.code()), origins.of(request)));
        }
    }

    private static Fact denial(HttpRequest<?> request, String reason) {
        Optional<CallerAuthentication> caller = CallerAuthentication.of(request);
        return Fact.denied(Action.ACCESS, reason)
                .by(caller.map(known -> known.caller().user().value()).orElse(null))
                .with("method", request.getMethodName())
                .with("route", BasicHttpAttributes.getUriTemplate(request).orElse(null));
    }
}
