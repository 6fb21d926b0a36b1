package dev.gatehouse.app.journey;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.app.journey.Api.Account;
import dev.gatehouse.app.journey.Api.Answer;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Input to second factors that nobody should send: each is refused for what is wrong with it, and changes nothing. */
final class HostileMfaIT {

    private static final String VERIFY = "/api/auth/mfa/verify";
    private static final String CONFIRM = "/api/auth/mfa/totp/confirm";
    private static final String STEP_UP = "/api/auth/step-up";

    private static final Api api = Gatehouse.shared().api();
    private static final Account account = api.register();
    private static final String[] BEARER = {"Authorization", "Bearer " + account.accessToken()};

    private static Answer delete(String path, String... headers) {
        return api.send(api.request(path, headers).DELETE());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "12345",
                "1234567",
                "１２３４５６",
                "12345a",
                "123456\\u0000",
                "0123-4567-89AB-CDE",
                "0123-4567-89AB-CDEFG",
                "0123-4567-89AB-CDE\\u0000",
                "' OR 1=1 --",
                "\\ud800"
            })
    void whatIsNoCodeIsInvalidInput(String code) {
        for (Answer answer : List.of(
                api.post(VERIFY, "{\"challengeId\":\"v1.x\",\"code\":\"" + code + "\"}"),
                api.post(STEP_UP, "{\"code\":\"" + code + "\"}", BEARER),
                api.post(CONFIRM, "{\"code\":\"" + code + "\"}", BEARER))) {
            Problems.demand(answer, 400, "invalid-input");
            assertThat(answer.at("/errors/0/pointer")).isEqualTo("/code");
            assertThat(answer.text()).doesNotContain("OR 1=1");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"123456", "[\"123456\"]", "{}", "true", "1e5"})
    void onlyATextIsACode(String code) {
        Problems.demand(api.post(VERIFY, "{\"challengeId\":\"v1.x\",\"code\":" + code + "}"), 400, "malformed-request");
        Problems.demand(api.post(STEP_UP, "{\"code\":" + code + "}", BEARER), 400, "malformed-request");
        Problems.demand(api.post(CONFIRM, "{\"code\":" + code + "}", BEARER), 400, "malformed-request");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "v1",
                "v1..",
                "\\u0000",
                "\\ud800.x",
                "v1.00000000-0000-0000-0000-000000000000.0.pwd.00000000-0000-0000-0000-000000000000.9999999999."
                        + "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
                "{x}.{y}"
            })
    void anIdThatNoChallengeCanHaveIsOver(String id) {
        Problems.demand(
                api.post(VERIFY, "{\"challengeId\":\"" + id + "\",\"code\":\"123456\"}"), 410, "challenge-expired");
    }

    @Test
    void aVeryLongIdIsOverToo() {
        Problems.demand(
                api.post(VERIFY, "{\"challengeId\":\"" + "v1.".repeat(5_000) + "\",\"code\":\"123456\"}"),
                410,
                "challenge-expired");
    }

    @Test
    void trustThatNobodyGaveIsNone() {
        Account owner = api.register();
        Authenticator.enabled(api, owner.accessToken());
        for (String trust : List.of("", "v1", "\\u0000", "v1.".repeat(5_000))) {
            Answer answer = api.post(
                    "/api/auth/login",
                    "{\"email\":\"%s\",\"password\":\"%s\",\"deviceTrust\":\"%s\"}"
                            .formatted(owner.email(), Api.PASSWORD, trust));
            assertThat(answer.at("/mfaRequired")).isEqualTo("true");
        }
    }

    @Test
    void nobodySetsWhatTheyWereNotAskedFor() {
        var names = new TreeSet<>(
                Sql.column(
                        "SELECT column_name FROM information_schema.columns"
                                + " WHERE table_schema = 'identity' AND table_name IN ('second_factors', 'recovery_codes', 'sessions')"));
        assertThat(names).contains("last_step", "sealed_secret", "digest", "methods");
        names.addAll(List.of("amr", "mfa", "userId", "secret", "enabled", "methods", "Code", "__proto__"));
        for (String name : names) {
            String more = ",\"" + name + "\":true}";
            Problems.demand(
                    api.post(VERIFY, "{\"challengeId\":\"v1.x\",\"code\":\"123456\"" + more), 400, "malformed-request");
            Problems.demand(api.post(STEP_UP, "{\"code\":\"123456\"" + more, BEARER), 400, "malformed-request");
            Problems.demand(api.post(CONFIRM, "{\"code\":\"123456\"" + more, BEARER), 400, "malformed-request");
        }
    }

    @Test
    void oneOfTheTwoIsNeededAndNotBoth() {
        Answer none = api.post(STEP_UP, "{}", BEARER);
        Problems.demand(none, 400, "invalid-input");
        Answer both = api.post(STEP_UP, "{\"password\":\"x\",\"code\":\"123456\"}", BEARER);
        Problems.demand(both, 400, "invalid-input");
        assertThat(both.at("/errors/0/code")).isEqualTo("one-of");
        for (String body : List.of("", "null", "[]", "{")) {
            Problems.demand(api.post(STEP_UP, body, BEARER), 400, "malformed-request");
            Problems.demand(api.post(VERIFY, body), 400, "malformed-request");
        }
    }

    @Test
    void whoeverIsNobodyChangesNothing() {
        for (Answer answer : List.of(
                api.get("/api/auth/mfa"),
                delete("/api/auth/mfa"),
                api.post("/api/auth/mfa/totp", "{}"),
                api.post(CONFIRM, "{\"code\":\"123456\"}"),
                api.post("/api/auth/mfa/recovery-codes", "{}"),
                api.post(STEP_UP, "{\"code\":\"123456\"}"),
                delete("/api/admin/users/" + account.registered().at("/user/id") + "/mfa"))) {
            Problems.demand(answer, 401, "unauthenticated");
        }
    }

    @Test
    void whatWasNotSetUpIsNotConfirmed() {
        Problems.demand(api.post(CONFIRM, "{\"code\":\"123456\"}", BEARER), 409, "second-factor-not-set-up");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "-1",
                "0",
                "9223372036854775808",
                "1%00",
                "%5B%5D",
                "00000000-0000-0000-0000-000000000000",
                "0190d5f1-7a2b-7c3d-8e4f-00000000000a"
            })
    void anIdThatNobodyHasIsNotFound(String id) {
        Account admin = api.register();
        Sql.column(
                "UPDATE identity.users SET role = 'ADMIN' WHERE id = ?::uuid RETURNING id",
                admin.registered().at("/user/id"));
        String token = api.logIn(admin.email(), Api.PASSWORD).at("/accessToken");
        Answer answer = delete("/api/admin/users/" + id + "/mfa", "Authorization", "Bearer " + token);
        assertThat(answer.status()).as(answer.text()).isIn(400, 404);
        assertThat(answer.code()).isIn("not-found", "malformed-request");
    }
}
