package dev.gatehouse.app.journey;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A request is called what its client calls it, as long as that is harmless. */
final class RequestIdIT {

    private static final String MADE_HERE = "[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}";

    private static final Wire wire = new Wire(Gatehouse.shared().api().port());

    private static Api.Answer refusal(String id) {
        return wire.lines("GET /api/auth/profile HTTP/1.1", "Host: localhost", "X-Request-Id: " + id);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "Trace_1.2-3", "0123456789012345678901234567890123456789012345678901234567890123"})
    void aHarmlessOneIsKept(String id) {
        var answer = refusal(id);

        Problems.demand(answer, 401, "unauthenticated");
        assertThat(answer.at("/requestId")).isEqualTo(id);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "01234567890123456789012345678901234567890123456789012345678901234",
                "two words",
                "a\"b",
                "<script>",
                "\u00e9",
                "a%0d%0aX-Evil: 1",
                "a\r\n X-Evil: folded",
                "${jndi:ldap://evil.example}"
            })
    void anotherOneIsReplaced(String id) {
        var answer = refusal(id);

        Problems.demand(answer, 401, "unauthenticated");
        assertThat(answer.at("/requestId")).matches(MADE_HERE);
        assertThat(answer.header("X-Evil")).isEmpty();
    }

    @Test
    void everyAnswerHasItsOwn() {
        var one = wire.lines("GET /.well-known/jwks.json HTTP/1.1", "Host: localhost");
        var other = wire.lines("GET /.well-known/jwks.json HTTP/1.1", "Host: localhost");

        assertThat(one.header("X-Request-Id").orElseThrow()).matches(MADE_HERE);
        assertThat(other.header("X-Request-Id")).isPresent().isNotEqualTo(one.header("X-Request-Id"));
    }
}
