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
        if (response.code() > 400 && response.body() instanceof Problem problem) {
            Optional<CallerAuthentication> caller = CallerAuthentication.of(request);
            if (AT_THE_DOOR.contains(problem.code()) || mayBeSomebodyElses(problem, caller)) {
                var _ = recordDenial.handle(new RecordDenial.Command(
                        denial(request, problem.code(), caller), origins.of(request), origins.source(request)));
            }
        }
    }

    /** What is another's is answered as what is not there, so that nobody learns which: it is kept as that, too. */
    private static boolean mayBeSomebodyElses(Problem problem, Optional<CallerAuthentication> caller) {
        return caller.isPresent() && problem.code().equals(ProblemCode.NOT_FOUND.code());
    }

    private static Fact denial(HttpRequest<?> request, String reason, Optional<CallerAuthentication> caller) {
        return Fact.denied(Action.ACCESS, reason)
                .by(caller.map(known -> known.caller().user().value()).orElse(null))
                .with("method", request.getMethodName())
                .with("route", BasicHttpAttributes.getUriTemplate(request).orElse(null));
    }
}
