package dev.gatehouse.app.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Register, log in, read and change the profile, refresh, log out: what Gatehouse is for. */
final class MainJourneyIT {

    private static final Api api = Gatehouse.shared().api();

    @Test
    void registeringSignsIn() {
        var email = Api.freshEmail();

        var answer = api.post("/api/auth/register", """
                {"email": " %s ", "password": "%s", "name": "Ada Lovelace", "phone": "+41 79 123 45 67",
                 "device": {"id": "phone-1", "name": "Ada's phone"}}
                """.formatted(email, Api.PASSWORD), "User-Agent", "journey/1.0");

        assertThat(answer.status()).isEqualTo(201);
        assertThat(names(answer.body()))
                .containsExactly(
                        "user", "session", "accessToken", "tokenType", "expiresIn", "refreshToken", "refreshExpiresIn");
        JsonNode user = answer.body().get("user");
        assertThat(names(user))
                .containsExactly(
                        "id",
                        "email",
                        "emailVerified",
                        "name",
                        "phone",
                        "phoneVerified",
                        "role",
                        "status",
                        "avatarUrl",
                        "createdAt",
                        "updatedAt",
                        "version");
        assertThat(user.get("email").asText()).isEqualTo(email);
        assertThat(user.get("phone").asText()).isEqualTo("+41791234567");
        assertThat(user.get("id").asText())
                .matches("[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}");
        assertThat(user.get("createdAt").asText()).matches("\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}\\.\\d+Z");
        assertThat(answer.at("/session/deviceId")).isEqualTo("phone-1");
        assertThat(answer.at("/session/userAgent")).isEqualTo("journey/1.0");
        assertThat(answer.at("/session/ip")).isEqualTo("127.0.0.1");
        assertThat(answer.at("/tokenType")).isEqualTo("Bearer");
        assertThat(answer.body().get("expiresIn").asLong()).isEqualTo(900);
        assertThat(answer.body().get("refreshExpiresIn").asLong()).isBetween(604_790L, 604_800L);
        assertThat(api.profile(answer.at("/accessToken")).status()).isEqualTo(200);
    }

    @Test
    void anAddressIsTakenInEverySpelling() {
        var account = api.register();

        var again = api.register(account.email().toUpperCase(java.util.Locale.ROOT));

        assertThat(again.status()).isEqualTo(409);
        assertThat(again.code()).isEqualTo("email-taken");
        assertThat(again.header("Content-Type")).contains("application/problem+json");
    }

    @Test
    void loggingInOpensAnotherSession() {
        var account = api.register();

        var answer = api.logIn(account.email(), Api.PASSWORD);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.at("/session/id")).isNotEqualTo(account.registered().at("/session/id"));
        assertThat(answer.at("/user/id")).isEqualTo(account.registered().at("/user/id"));
    }

    @Test
    void aWrongPasswordAndAnUnknownAddressAnswerAlike() {
        var account = api.register();

        var wrong = api.logIn(account.email(), "wrong horse battery");
        var unknown = api.logIn(Api.freshEmail(), Api.PASSWORD);

        assertThat(List.of(wrong.status(), unknown.status())).containsOnly(401);
        assertThat(List.of(wrong.code(), unknown.code())).containsOnly("invalid-credentials");
        assertThat(wrong.headers().keySet()).isEqualTo(unknown.headers().keySet());
        assertThat(names(wrong.body())).isEqualTo(names(unknown.body()));
        assertThat(wrong.text().length()).isEqualTo(unknown.text().length());
    }

    @Test
    void theProfileIsReadChangedAndReadAgain() {
        var account = api.register();
        var bearer = "Bearer " + account.accessToken();

        var changed =
                api.put("/api/auth/profile", "{\"name\": \"Ada King\", \"phone\": null}", "Authorization", bearer);
        var read = api.profile(account.accessToken());

        assertThat(changed.status()).isEqualTo(200);
        assertThat(changed.header("ETag")).contains("\"2\"");
        assertThat(read.at("/name")).isEqualTo("Ada King");
        assertThat(read.header("ETag")).contains("\"2\"");
        assertThat(read.header("Cache-Control")).contains("no-store");
    }

    @Test
    void aChangeForAnotherVersionIsRefused() {
        var account = api.register();

        var refused = api.put(
                "/api/auth/profile",
                "{\"name\": \"Ada King\"}",
                "Authorization",
                "Bearer " + account.accessToken(),
                "If-Match",
                "\"7\"");

        assertThat(refused.status()).isEqualTo(412);
        assertThat(refused.code()).isEqualTo("version-mismatch");
        assertThat(api.profile(account.accessToken()).at("/name")).isEqualTo("Ada Lovelace");
    }

    @Test
    void loggingOutEndsTheSessionAndItsTokens() {
        var account = api.register();
        assertThat(api.profile(account.accessToken()).status()).isEqualTo(200);

        assertThat(api.logOut(account.accessToken()).status()).isEqualTo(204);

        assertThat(api.profile(account.accessToken()).status()).isEqualTo(401);
        assertThat(api.refresh(account.refreshToken()).code()).isEqualTo("invalid-refresh-token");
    }

    @Test
    void loggingOutEverywhereEndsAllSessionsOrAllButThisOne() {
        var account = api.register();
        var second = api.logIn(account.email(), Api.PASSWORD).at("/accessToken");
        var third = api.logIn(account.email(), Api.PASSWORD).at("/accessToken");

        var kept = api.post("/api/auth/logout-all", "{\"keepCurrent\": true}", "Authorization", "Bearer " + second);
        assertThat(kept.status()).isEqualTo(204);
        assertThat(Stream.of(account.accessToken(), second, third)
                        .map(token -> api.profile(token).status()))
                .containsExactly(401, 200, 401);

        var all = api.send(api.request("/api/auth/logout-all", "Authorization", "Bearer " + second)
                .POST(java.net.http.HttpRequest.BodyPublishers.noBody()));
        assertThat(all.status()).isEqualTo(204);
        assertThat(api.profile(second).status()).isEqualTo(401);
    }

    @Test
    void thePublicKeysAreThere() {
        var answer = api.get("/.well-known/jwks.json");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Cache-Control")).contains("public, max-age=300");
        assertThat(answer.body().get("keys")).hasSize(2).allSatisfy(key -> {
            assertThat(names(key)).containsExactly("kty", "use", "alg", "kid", "crv", "x", "y");
            assertThat(key.get("alg").asText()).isEqualTo("ES256");
        });
    }

    private static List<String> names(JsonNode object) {
        var names = new java.util.ArrayList<String>();
        object.fieldNames().forEachRemaining(names::add);
        return names;
    }
}
