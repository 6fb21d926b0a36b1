package dev.gatehouse.app.journey;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.app.journey.Api.Account;
import dev.gatehouse.app.journey.Api.Answer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What users prefer, over HTTP. */
final class PreferencesIT {

    private static final String PATH = "/api/auth/profile/preferences";
    private static final Api api = Gatehouse.shared().api();

    private final Account account = api.register();
    private final String bearer = "Bearer " + account.accessToken();

    private Answer read() {
        return api.get(PATH, "Authorization", bearer);
    }

    private Answer put(String body) {
        return api.put(PATH, body, "Authorization", bearer);
    }

    private static Account registeredWith(String acceptLanguage) {
        String email = Api.freshEmail();
        var body = "{\"email\":\"%s\",\"password\":\"%s\",\"name\":\"Ada\"}".formatted(email, Api.PASSWORD);
        Answer answer = api.post("/api/auth/register", body, "Accept-Language", acceptLanguage);
        assertThat(answer.status()).isEqualTo(201);
        return new Account(email, answer);
    }

    @Test
    void whatIsPutIsReadAndReplacesAllThatWas() {
        assertThat(read().text()).isEqualTo("{}");

        var first = put("{\"theme\": \"dark\", \"density\": \"high\"}");
        var second = put("{\"theme\": \"light\", \"language\": \"de-CH\"}");

        assertThat(first.status()).isEqualTo(200);
        assertThat(first.text()).isEqualTo("{\"density\":\"high\",\"theme\":\"dark\"}");
        assertThat(second.status()).isEqualTo(200);
        assertThat(read().text()).isEqualTo("{\"language\":\"de-CH\",\"theme\":\"light\"}");
        assertThat(read().header("Cache-Control")).contains("no-store");
        assertThat(put("{}").text()).isEqualTo("{}");
        assertThat(read().text()).isEqualTo("{}");
    }

    @Test
    void aChangeMayNameTheVersionItIsMeantFor() {
        assertThat(read().header("ETag")).contains("\"0\"");
        assertThat(api.put(PATH, "{\"a\":\"1\"}", "Authorization", bearer, "If-Match", "\"0\"")
                        .header("ETag"))
                .contains("\"1\"");

        var refused = api.put(PATH, "{\"a\":\"2\"}", "Authorization", bearer, "If-Match", "\"0\"");

        assertThat(refused.status()).isEqualTo(412);
        assertThat(refused.code()).isEqualTo("version-mismatch");
        assertThat(refused.header("ETag")).contains("\"1\"");
        assertThat(read().text()).isEqualTo("{\"a\":\"1\"}");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'theme': 1} | /theme | not-a-text",
                "{'theme': true} | /theme | not-a-text",
                "{'theme': null} | /theme | not-a-text",
                "{'theme': {'a': 'b'}} | /theme | not-a-text",
                "{'theme': ['a']} | /theme | not-a-text",
                "{'a/b~c': 'x'} | /a~1b~0c | invalid-preference-key",
                "{'': 'x'} | / | invalid-preference-key",
                "{'theme': 'a\\nb'} | /theme | invalid-preference-value",
                "{'language': 'en_US'} | /language | invalid-language",
            })
    void whatIsNoPreferenceIsRefusedByItsPointer(String body, String pointer, String code) {
        var refused = put(body.replace('\'', '"'));

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.code()).isEqualTo("invalid-input");
        assertThat(refused.at("/errors/0/pointer")).isEqualTo(pointer);
        assertThat(refused.at("/errors/0/code")).isEqualTo(code);
        assertThat(read().text()).isEqualTo("{}");
    }

    @Test
    void everyFaultIsToldAtOnce() {
        var refused = put("{\"a\": 1, \"b\": \"fine\", \"c c\": \"x\", \"d\": \"%s\"}".formatted("x".repeat(513)));

        assertThat(refused.body().get("errors")).hasSize(3);
    }

    @Test
    void moreThanFiftyAreRefusedAsAWhole() {
        var refused = put(object(51));

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.body().get("errors")).hasSize(1);
        assertThat(refused.at("/errors/0/pointer")).isEmpty();
        assertThat(refused.at("/errors/0/code")).isEqualTo("too-many-preferences");
        assertThat(put(object(50)).status()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "null", "[]", "\"text\"", "1", "{\"a\":\"1\",\"a\":\"2\"}", "{", "{\"a\":\"1\"} x"})
    void whatIsNoObjectIsNotRead(String body) {
        var refused = put(body);

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.code()).isEqualTo("malformed-request");
    }

    @Test
    void theyAreNobodyElses() {
        put("{\"theme\": \"dark\"}");

        assertThat(api.get(PATH).status()).isEqualTo(401);
        assertThat(api.put(PATH, "{}").status()).isEqualTo(401);
        assertThat(api.get(PATH, "Authorization", "Bearer " + api.register().accessToken())
                        .text())
                .isEqualTo("{}");
    }

    @Test
    void theLanguageOfTheBrowserIsTheFirstPreference() {
        var told = registeredWith("fr-CA,fr;q=0.9,en;q=0.8");
        var garbled = registeredWith(";;q=nonsense");

        assertThat(api.get(PATH, "Authorization", "Bearer " + told.accessToken())
                        .text())
                .isEqualTo("{\"language\":\"fr\"}");
        assertThat(api.get(PATH, "Authorization", "Bearer " + garbled.accessToken())
                        .text())
                .isEqualTo("{}");
    }

    private static String object(int entries) {
        return IntStream.range(0, entries)
                .mapToObj(number -> "\"key-%d\": \"value\"".formatted(number))
                .collect(Collectors.joining(",", "{", "}"));
    }
}
