package dev.gatehouse.app.journey;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Headers that say where a request comes from, or where we are, from somebody who is no proxy of ours. */
final class SpoofingIT {

    private static final List<String> LIES = List.of(
            "X-Forwarded-For: 203.0.113.9",
            "X-Forwarded-For: 127.0.0.1, 203.0.113.9",
            "Forwarded: for=203.0.113.9;host=evil.example;proto=https",
            "X-Real-IP: 203.0.113.9",
            "X-Client-IP: 203.0.113.9",
            "True-Client-IP: 203.0.113.9",
            "CF-Connecting-IP: 203.0.113.9",
            "X-Forwarded-Host: evil.example",
            "X-Forwarded-Proto: gopher",
            "X-Forwarded-Prefix: /evil.example",
            "X-Original-URL: /evil.example",
            "X-Rewrite-URL: /evil.example",
            "X-HTTP-Method-Override: DELETE");

    private static final Wire wire = new Wire(Gatehouse.shared().api().port());

    private static Api.Answer lie(String request, String... more) {
        var lines = new ArrayList<>(List.of(request, "Host: evil.example"));
        lines.addAll(LIES);
        lines.addAll(List.of(more));
        return wire.lines(lines.toArray(String[]::new));
    }

    @Test
    void aSessionIsWhereItsConnectionIs() {
        String body =
                "{\"email\":\"%s\",\"password\":\"%s\",\"name\":\"Ada\"}".formatted(Api.freshEmail(), Api.PASSWORD);
        var answer = wire.send("POST /api/auth/register HTTP/1.1\r\nHost: evil.example\r\n"
                + String.join("\r\n", LIES) + "\r\nContent-Type: application/json\r\nContent-Length: " + body.length()
                + "\r\n\r\n" + body);

        assertThat(answer.status()).isEqualTo(201);
        assertThat(answer.at("/session/ip")).isEqualTo("127.0.0.1");
        assertThat(Sql.column("SELECT address FROM identity.sessions WHERE id = ?::uuid", answer.at("/session/id")))
                .containsExactly("127.0.0.1");
        assertThat(answer.toString()).doesNotContain("evil.example");
        String claims = answer.at("/accessToken").split("\\.", -1)[1];
        assertThat(new String(Base64.getUrlDecoder().decode(claims), UTF_8)).doesNotContain("evil.example");
    }

    @Test
    void noAnswerNamesAHostThatWasMadeUp() {
        for (String path : List.of("/docs", "/docs/index.html", "/openapi.yml", "/.well-known/jwks.json")) {
            var answer = lie("GET " + path + " HTTP/1.1");
            assertThat(answer.status()).as(path).isIn(200, 307);
            assertThat(answer.toString()).doesNotContain("evil.example");
        }
        var refused = lie("GET /api/auth/profile HTTP/1.1");
        Problems.demand(refused, 401, "unauthenticated");
        assertThat(refused.toString()).doesNotContain("evil.example");
        assertThat(lie("GET /docs HTTP/1.1").header("Location")).contains("/docs/index.html");
    }
}
