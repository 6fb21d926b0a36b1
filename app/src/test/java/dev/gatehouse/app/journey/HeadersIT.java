package dev.gatehouse.app.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What every answer says besides its body. */
final class HeadersIT {

    private static final Map<String, String> SECURITY = Map.of(
            "X-Content-Type-Options", "nosniff",
            "X-Frame-Options", "DENY",
            "Referrer-Policy", "no-referrer",
            "Cross-Origin-Opener-Policy", "same-origin",
            "Cross-Origin-Resource-Policy", "same-origin",
            "Permissions-Policy", "camera=(), geolocation=(), microphone=()",
            "Strict-Transport-Security", "max-age=63072000; includeSubDomains");

    private static final Api api = Gatehouse.shared().api();

    @Test
    void everyAnswerCarriesTheSecurityHeadersOnce() {
        var account = api.register();
        for (var answer : List.of(
                account.registered(),
                api.profile(account.accessToken()),
                api.get("/api/auth/profile"),
                api.get("/nothing"),
                api.post("/api/auth/login", "nonsense"),
                api.get("/.well-known/jwks.json"),
                api.get("/openapi.yml"),
                api.get("/docs"),
                api.get("/docs/index.html"),
                api.get("/docs/page.js"),
                new Wire(api.port()).lines("nonsense"))) {
            SECURITY.forEach((name, value) -> assertThat(answer.header(name)).contains(value));
            assertThat(answer.header("Content-Security-Policy").orElseThrow())
                    .startsWith("default-src '")
                    .contains("frame-ancestors 'none'")
                    .doesNotContain("http", "*");
            assertThat(answer.header("X-Request-Id")).isPresent();
            assertThat(answer.header("Cache-Control")).isPresent();
            assertThat(answer.headers())
                    .doesNotContainKeys("server", "x-powered-by", "via", "x-aspnet-version", "set-cookie");
        }
    }

    @Test
    void noAnswerOfAnAccountIsStored() {
        var account = api.register();
        var bearer = "Bearer " + account.accessToken();
        for (var answer : List.of(
                account.registered(),
                api.logIn(account.email(), Api.PASSWORD),
                api.refresh(account.refreshToken()),
                api.profile(account.accessToken()),
                api.put("/api/auth/profile", "{\"name\":\"Ada\"}", "Authorization", bearer),
                api.put("/api/auth/profile", "{}", "Authorization", bearer),
                api.logOut(account.accessToken()))) {
            assertThat(answer.header("Cache-Control")).contains("no-store");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://evil.example", "null", "http://localhost:3000", "http://localhost.evil.example"})
    void noOtherOriginIsAllowed(String origin) {
        var preflight = new Wire(api.port())
                .lines(
                        "OPTIONS /api/auth/login HTTP/1.1",
                        "Host: localhost",
                        "Origin: " + origin,
                        "Access-Control-Request-Method: POST",
                        "Access-Control-Request-Headers: content-type, authorization");
        Problems.demand(preflight, 405, "method-not-allowed");
        var read = api.get("/.well-known/jwks.json", "Origin", origin);
        assertThat(read.status()).isEqualTo(200);
        assertThat(List.of(preflight, read))
                .allSatisfy(answer ->
                        assertThat(answer.headers().keySet()).noneMatch(name -> name.startsWith("access-control-")));
    }
}
