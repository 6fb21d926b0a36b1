package dev.gatehouse.app.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** HTTP that no honest client speaks: each request gets a problem. */
final class HostileHttpIT {

    private static final String PROFILE = "GET /api/auth/profile HTTP/1.1";
    private static final String KEYS = "GET /.well-known/jwks.json HTTP/1.1";
    private static final String REGISTER = "POST /api/auth/register HTTP/1.1";
    private static final String HOST = "Host: localhost";
    private static final String JSON = "Content-Type: application/json";

    private static final Api api = Gatehouse.shared().api();
    private static Wire wire;

    @BeforeAll
    static void start() {
        wire = new Wire(api.port());
    }

    @Test
    void plainHttpIsUnderstood() {
        assertThat(wire.lines(KEYS, HOST).status()).isEqualTo(200);
        assertThat(wire.lines("GET /.well-known/jwks.json HTTP/1.0").status()).isEqualTo(200);
        Problems.demand(wire.lines(PROFILE, HOST), 401, "unauthenticated");
        Problems.demand(wire.lines("GET /api/auth/profile HTTP/1.0"), 401, "unauthenticated");
    }

    @Test
    void longAddressesAndHeadersAreRefused() {
        String query = "?x=" + "a".repeat(5 * 1024);
        Problems.demand(wire.lines("GET /api/auth/profile" + query + " HTTP/1.1", HOST), 414, "uri-too-long");
        Problems.demand(wire.lines(PROFILE, HOST, "X-A: " + "a".repeat(20 * 1024)), 431, "headers-too-large");
        Problems.demand(
                wire.lines(PROFILE, HOST, "X-A: 0123456789\r\n".repeat(1_200) + "X-B: 1"), 431, "headers-too-large");
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET", "DELETE", "PATCH", "PUT", "OPTIONS", "TRACE", "BREW", "x"})
    void anotherMethodIsNotAllowed(String method) {
        var answer = wire.lines(method + " /api/auth/login HTTP/1.1", HOST, "X-Canary: back");

        Problems.demand(answer, 405, "method-not-allowed");
        assertThat(answer.header("Allow")).contains("POST");
        assertThat(answer.text()).doesNotContain("X-Canary");
    }

    @Test
    void headIsGetWithoutABody() {
        var keys = wire.lines("HEAD /.well-known/jwks.json HTTP/1.1", HOST);
        var profile = wire.lines("HEAD /api/auth/profile HTTP/1.1", HOST);
        var nothing = wire.lines("HEAD /nothing HTTP/1.1", HOST);

        assertThat(List.of(keys.status(), profile.status(), nothing.status())).containsExactly(200, 401, 404);
        assertThat(List.of(keys, profile, nothing)).allSatisfy(answer -> {
            assertThat(answer.text()).isEmpty();
            assertThat(answer.header("X-Request-Id")).isPresent();
        });
    }

    @Test
    void anAddressWithAnotherHostInItIsJustItsPath() {
        assertThat(wire.lines("GET http://evil.example/.well-known/jwks.json HTTP/1.1", HOST)
                        .status())
                .isEqualTo(200);
        Problems.demand(wire.lines("GET http://evil.example/api/auth/profile HTTP/1.1", HOST), 401, "unauthenticated");
    }

    @Test
    void whatTwoReadersCouldReadDifferentlyIsMalformed() {
        String chunked = "Transfer-Encoding: chunked";
        for (List<String> headers : List.of(
                List.of("Content-Length: 5", chunked),
                List.of("Content-Length: 5", "Content-Length: 6"),
                List.of("Content-Length: -1"),
                List.of("Content-Length: +5"),
                List.of("Content-Length: 99999999999999999999"),
                List.of("Transfer-Encoding: xchunked"),
                List.of("Transfer-Encoding:\u000bchunked"),
                List.of("Host: other"),
                List.of("X-A : space before the colon"),
                List.of("X-A: a\0b"),
                List.of("no colon"))) {
            var answer = wire.send(REGISTER + "\r\n" + HOST + "\r\n" + JSON + "\r\n" + String.join("\r\n", headers)
                    + "\r\n\r\n0\r\n\r\n");
            Problems.demand(answer, 400, "malformed-request");
        }
        Problems.demand(wire.lines(REGISTER, HOST, JSON, chunked, "", "no length"), 400, "malformed-request");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "hello",
                "GET",
                "GET /api/auth/profile",
                "GET /a b HTTP/1.1",
                "\u0016\u0003\u0001\u0002",
                "GET  HTTP/1.1",
                "GET /api/auth/profile% HTTP/1.1",
                "GET /?a=%zz HTTP/1.1",
                "GET /a\\b HTTP/1.1"
            })
    void aMalformedRequestLineIsMalformed(String line) {
        Problems.demand(wire.lines(line, HOST), 400, "malformed-request");
    }

    @Test
    void aProblemIsAProblemWhateverIsAccepted() {
        for (String accept : List.of("text/html", "text/html,*/*;q=0.1", "image/png", "nonsense")) {
            Problems.demand(api.get("/nothing", "Accept", accept), 404, "not-found");
            Problems.demand(
                    api.send(api.request("/api/auth/login", "Accept", accept).DELETE()), 405, "method-not-allowed");
        }
        Problems.demand(api.get("/api/auth/profile", "Accept", "text/html"), 406, "not-acceptable");
    }
}
