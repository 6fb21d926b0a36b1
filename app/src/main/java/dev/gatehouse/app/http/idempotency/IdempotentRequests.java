package dev.gatehouse.app.http.idempotency;

import dev.gatehouse.app.http.problem.Input;
import dev.gatehouse.app.http.problem.Problem;
import dev.gatehouse.app.http.problem.ProblemCode;
import dev.gatehouse.idempotency.AnswerOnce;
import dev.gatehouse.idempotency.model.Answer;
import dev.gatehouse.idempotency.model.IdempotencyKey;
import dev.gatehouse.idempotency.model.NamedRequest;
import dev.gatehouse.identity.model.Caller;
import io.micronaut.http.BasicHttpAttributes;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.json.JsonMapper;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Answers a request that its client has named once, and the same again when it comes again. For controllers that make
 * something: they hand in what they would do without a name.
 */
@Singleton
public final class IdempotentRequests {

    /** The header with the name. */
    public static final String HEADER = "Idempotency-Key";

    /** Those that belong to an answer; all others are made anew each time. */
    private static final List<String> KEPT = List.of(HttpHeaders.LOCATION, HttpHeaders.ETAG);

    private final AnswerOnce answerOnce;
    private final JsonMapper json;

    IdempotentRequests(AnswerOnce answerOnce, JsonMapper json) {
        this.answerOnce = answerOnce;
        this.json = json;
    }

    /**
     * @param key as the header has it; null for a request without a name, which is done as often as it comes
     * @param body as it was read: two that mean the same are the same
     * @param work in one unit of work, whatever it says of that itself
     */
    public HttpResponse<?> answer(
            HttpRequest<?> request, Caller caller, @Nullable String key, Object body, Supplier<HttpResponse<?>> work) {
        if (key == null) {
            return work.get();
        }
        var input = new Input();
        var readKey = input.required("/" + HEADER, key, IdempotencyKey::of);
        input.check();
        var named = new NamedRequest(caller.user(), route(request), readKey.get());
        var made = new AtomicReference<HttpResponse<?>>();
        Supplier<Answer> answer = () -> {
            HttpResponse<?> response = work.get();
            made.set(response);
            return kept(response);
        };
        return switch (answerOnce.handle(new AnswerOnce.Command(named, NamedRequest.digest(text(body)), answer))) {
            case AnswerOnce.Result.Answered(Answer done) -> made.get();
            case AnswerOnce.Result.Repeated(Answer before) -> repeated(before);
            case AnswerOnce.Result.KeyReused() -> Problem.answer(request, ProblemCode.IDEMPOTENCY_KEY_REUSED);
        };
    }

    private static String route(HttpRequest<?> request) {
        return request.getMethodName() + " "
                + BasicHttpAttributes.getUriTemplate(request).orElseGet(request::getPath);
    }

    private Answer kept(HttpResponse<?> response) {
        Map<String, String> headers = new HashMap<>();
        KEPT.forEach(name -> response.getHeaders().findFirst(name).ifPresent(value -> headers.put(name, value)));
        return new Answer(
                response.code(), headers, response.getBody().map(this::text).orElse(""));
    }

    private static MutableHttpResponse<?> repeated(Answer answer) {
        var response = HttpResponse.status(answer.status(), null)
                .body(answer.body().getBytes(StandardCharsets.UTF_8))
                .contentType(MediaType.APPLICATION_JSON_TYPE);
        answer.headers().forEach(response::header);
        return response;
    }

    private String text(Object value) {
        try {
            return json.writeValueAsString(value);
        } catch (IOException impossible) {
            throw new UncheckedIOException("our own records are JSON", impossible);
        }
    }
}
