package dev.gatehouse.app.journey;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.app.journey.Api.Account;
import dev.gatehouse.app.journey.Api.Answer;
import dev.gatehouse.identity.port.InParallel;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** Two factors: set up, asked for, stepped up with, lost and taken away. */
final class MfaIT {

    /** About numbers, not about time: where Redis is late, each instance counts for itself. */
    private static final Gatehouse gatehouse =
            Gatehouse.start(Map.of("gatehouse.redis-patience", "10s", "GATEHOUSE_MFA_ISSUER", "Acme Ltd"));

    private static final Api api = gatehouse.api();

    private final Account account = api.register();
    private final String user = account.registered().at("/user/id");

    @AfterAll
    static void stop() {
        gatehouse.close();
    }

    private static String[] bearer(String accessToken) {
        return new String[] {"Authorization", "Bearer " + accessToken};
    }

    private Authenticator enabled() {
        return Authenticator.enabled(api, account.accessToken());
    }

    private Answer logIn() {
        return api.logIn(account.email(), Api.PASSWORD);
    }

    private String challenge() {
        Answer answer = logIn();
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        assertThat(answer.at("/mfaRequired")).isEqualTo("true");
        return answer.at("/challengeId");
    }

    private static Answer verify(String challenge, String code) {
        return api.post("/api/auth/mfa/verify", "{\"challengeId\":\"%s\",\"code\":\"%s\"}".formatted(challenge, code));
    }

    private Answer loggedIn(String code) {
        Answer answer = verify(challenge(), code);
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return answer;
    }

    private static Answer mfa(String accessToken) {
        return api.get("/api/auth/mfa", bearer(accessToken));
    }

    private static Answer remove(String path, String accessToken) {
        return api.send(api.request(path, bearer(accessToken)).DELETE());
    }

    private static Answer stepUp(String accessToken, String member) {
        return api.post("/api/auth/step-up", "{" + member + "}", bearer(accessToken));
    }

    private static String claims(Answer tokens) {
        String payload = tokens.at("/accessToken").split("\\.", -1)[1];
        return new String(Base64.getUrlDecoder().decode(payload), StandardCharsets.UTF_8);
    }

    /** As if no code had been shown yet, so that one of the steps around is good again. */
    private void forgetSteps() {
        Sql.column("UPDATE identity.second_factors SET last_step = 0 WHERE user_id = ?::uuid RETURNING id", user);
    }

    /** The session of an answer as if an hour had gone by, with the tokens that it gives then. */
    private static Answer anHourLater(Answer tokens) {
        Sql.column(
                "UPDATE identity.sessions SET proven_at = proven_at - interval '1 hour' WHERE id = ?::uuid RETURNING id",
                tokens.at("/session/id"));
        return api.refresh(tokens.at("/refreshToken"));
    }

    private static String admin() {
        Account account = api.register();
        Sql.column(
                "UPDATE identity.users SET role = 'ADMIN' WHERE id = ?::uuid RETURNING id",
                account.registered().at("/user/id"));
        return api.logIn(account.email(), Api.PASSWORD).at("/accessToken");
    }

    @Test
    void anAppIsToldItsSecretInThreeWays() {
        Answer begun = api.post("/api/auth/mfa/totp", "{}", bearer(account.accessToken()));
        assertThat(begun.status()).isEqualTo(201);
        assertThat(begun.at("/secret")).matches("[A-Z2-7]{32}");
        assertThat(begun.at("/uri"))
                .startsWith("otpauth://totp/Acme%20Ltd:")
                .contains("secret=" + begun.at("/secret"), "issuer=Acme%20Ltd");
        assertThat(begun.at("/qrCode")).startsWith("data:image/png;base64,iVBORw0KGgo");
        assertThat(mfa(account.accessToken()).text())
                .isEqualTo("{\"enabled\":false,\"since\":null,\"recoveryCodesLeft\":0}");
        assertThat(logIn().at("/accessToken")).isNotEmpty();
    }

    @Test
    void fromWhenItIsOnALogInTakesBothFactors() {
        Authenticator app = enabled();
        Answer half = logIn();
        assertThat(half.status()).isEqualTo(200);
        assertThat(half.body().fieldNames())
                .toIterable()
                .containsExactlyInAnyOrder("mfaRequired", "challengeId", "methods", "expiresIn");
        assertThat(half.body().get("methods").toString()).isEqualTo("[\"totp\",\"recovery-code\"]");
        assertThat(half.at("/expiresIn")).isEqualTo("300");
        Problems.demand(verify(half.at("/challengeId"), app.wrong()), 400, "invalid-code");

        Answer tokens = verify(half.at("/challengeId"), app.next());

        assertThat(tokens.status()).isEqualTo(200);
        assertThat(tokens.at("/user/email")).isEqualTo(account.email());
        assertThat(tokens.body().has("deviceTrust")).isFalse();
        assertThat(claims(tokens)).contains("\"amr\":[\"pwd\",\"otp\",\"mfa\"]");
        assertThat(claims(api.refresh(tokens.at("/refreshToken")))).contains("\"amr\":[\"pwd\",\"otp\",\"mfa\"]");
        assertThat(mfa(tokens.at("/accessToken")).at("/enabled")).isEqualTo("true");
        assertThat(mfa(tokens.at("/accessToken")).at("/recoveryCodesLeft")).isEqualTo("10");
    }

    @Test
    void aLogInWithoutASecondFactorSaysSo() {
        assertThat(claims(logIn())).contains("\"amr\":[\"pwd\"]");
    }

    @Test
    void switchingItOnEndsTheOtherSessionsAndLiftsThisOne() {
        Answer other = logIn();
        enabled();
        assertThat(api.profile(other.at("/accessToken")).status()).isEqualTo(401);
        Problems.demand(api.refresh(other.at("/refreshToken")), 401, "invalid-refresh-token");
        assertThat(api.profile(account.accessToken()).status()).isEqualTo(200);
        assertThat(claims(api.refresh(account.refreshToken()))).contains("\"amr\":[\"pwd\",\"otp\",\"mfa\"]");
    }

    @Test
    void aCodeIsNotTakenTwiceInItsStepEvenFiftyTimesAtOnce() {
        Authenticator app = enabled();
        String code = app.next();
        List<String> challenges = Stream.generate(this::challenge).limit(50).toList();

        List<Answer> answers = InParallel.run(50, number -> verify(challenges.get(number), code));

        assertThat(answers).filteredOn(answer -> answer.status() == 200).hasSize(1);
        assertThat(answers.stream().map(Answer::status)).containsOnly(200, 400, 429);
        assertThat(answers).filteredOn(answer -> answer.status() == 429).allSatisfy(answer -> {
            Problems.demand(answer, 429, "account-locked");
            assertThat(answer.header("Retry-After")).isPresent();
        });
    }

    @Test
    void ofARecoveryCodeFiftyTimesAtOnceOneWins() {
        Authenticator app = enabled();
        String challenge = challenge();
        List<Answer> answers =
                InParallel.run(50, number -> verify(challenge, app.list().getFirst()));
        assertThat(answers).filteredOn(answer -> answer.status() == 200).hasSize(1);
        assertThat(answers.stream().map(Answer::status)).containsOnly(200, 400, 410);
        assertThat(Sql.column("SELECT count(*) FROM identity.recovery_codes WHERE user_id = ?::uuid", user))
                .containsExactly("9");
        assertThat(Sql.column("SELECT count(*) FROM identity.sessions WHERE user_id = ?::uuid", user))
                .containsExactly("2");
    }

    @Test
    void ofAHundredWrongCodesAtOnceFiveAreLookedAtAndTheRightOneIsRefusedAfterwards() {
        Authenticator app = enabled();
        String challenge = challenge();
        String wrong = app.wrong();
        List<Answer> answers = InParallel.run(100, number -> verify(challenge, wrong));
        assertThat(answers).filteredOn(answer -> answer.status() == 400).hasSize(5);
        assertThat(answers).filteredOn(answer -> answer.status() == 410).hasSize(95);
        Problems.demand(verify(challenge, app.next()), 410, "challenge-expired");
        loggedIn(app.next());
    }

    @Test
    void aChallengeIsNoTokenAndNoTokenIsAChallenge() {
        Authenticator app = enabled();
        String challenge = challenge();
        Problems.demand(api.get("/api/auth/mfa", bearer(challenge)), 401, "unauthenticated");
        Problems.demand(verify(account.accessToken(), app.next()), 410, "challenge-expired");
        Problems.demand(verify(account.refreshToken(), app.next()), 410, "challenge-expired");
        Problems.demand(api.refresh(challenge), 401, "invalid-refresh-token");
    }

    @Test
    void aPasswordThatWasChangedEndsTheLogInsThatAreHalfDone() {
        Authenticator app = enabled();
        String challenge = challenge();
        Answer changed = api.put(
                "/api/auth/profile/password",
                "{\"currentPassword\":\"%s\",\"newPassword\":\"another horse battery\"}".formatted(Api.PASSWORD),
                bearer(account.accessToken()));
        assertThat(changed.status()).isEqualTo(200);
        assertThat(claims(changed)).contains("\"amr\":[\"pwd\",\"otp\",\"mfa\"]");
        Problems.demand(verify(challenge, app.next()), 410, "challenge-expired");
    }

    @Test
    void whoHasShownTheirFactorsTooLongAgoShowsThemAgainBeforeTheyChangeAnything() {
        Authenticator app = enabled();
        Answer old = anHourLater(loggedIn(app.next()));
        String token = old.at("/accessToken");
        Problems.demand(remove("/api/auth/mfa", token), 401, "fresh-authentication-required");
        Answer refused = stepUp(token, "\"password\":\"" + Api.PASSWORD + "\"");
        Problems.demand(refused, 400, "invalid-input");
        assertThat(refused.at("/errors/0/code")).isEqualTo("second-factor-needed");
        Problems.demand(stepUp(token, "\"code\":\"" + app.wrong() + "\""), 400, "invalid-code");

        Answer fresh = stepUp(token, "\"code\":\"" + app.list().getFirst() + "\"");

        assertThat(fresh.status()).isEqualTo(200);
        assertThat(fresh.at("/session/id")).isEqualTo(old.at("/session/id"));
        assertThat(fresh.at("/refreshToken")).isEqualTo(old.at("/refreshToken"));
        Answer codes = api.post("/api/auth/mfa/recovery-codes", "{}", bearer(fresh.at("/accessToken")));
        assertThat(codes.status()).isEqualTo(200);
        assertThat(codes.body().get("recoveryCodes")).hasSize(10);
        Problems.demand(verify(challenge(), app.list().getLast()), 400, "invalid-code");
        assertThat(remove("/api/auth/mfa", fresh.at("/accessToken")).status()).isEqualTo(204);
        assertThat(claims(logIn())).contains("\"amr\":[\"pwd\"]");
    }

    @Test
    void whoHasNoneStepsUpWithTheirPassword() {
        Answer old = anHourLater(account.registered());
        Problems.demand(
                api.post("/api/auth/mfa/totp", "{}", bearer(old.at("/accessToken"))),
                401,
                "fresh-authentication-required");
        Answer wrong = stepUp(old.at("/accessToken"), "\"password\":\"wrong horse battery\"");
        assertThat(wrong.at("/errors/0/code")).isEqualTo("wrong-password");
        Answer fresh = stepUp(old.at("/accessToken"), "\"password\":\"" + Api.PASSWORD + "\"");
        assertThat(fresh.status()).isEqualTo(200);
        Authenticator.enabled(api, fresh.at("/accessToken"));
        Problems.demand(
                api.post("/api/auth/mfa/totp", "{}", bearer(fresh.at("/accessToken"))), 409, "second-factor-on");
        Problems.demand(remove("/api/auth/mfa", fresh.at("/accessToken")), 401, "second-factor-required");
    }

    @Test
    void aDeviceThatIsTrustedNeedsThePasswordAlone() {
        Authenticator app = enabled();
        Answer tokens = api.post(
                "/api/auth/mfa/verify",
                "{\"challengeId\":\"%s\",\"code\":\"%s\",\"trustDevice\":true}".formatted(challenge(), app.next()));
        String body = "{\"email\":\"%s\",\"password\":\"%s\",\"deviceTrust\":\"%s\"}";
        String trust = tokens.at("/deviceTrust");

        Answer trusted = api.post("/api/auth/login", body.formatted(account.email(), Api.PASSWORD, trust));

        assertThat(claims(trusted)).contains("\"amr\":[\"pwd\"]");
        Problems.demand(
                api.post("/api/auth/login", body.formatted(account.email(), "wrong horse battery", trust)),
                401,
                "invalid-credentials");
        assertThat(api.post("/api/auth/login", body.formatted(account.email(), Api.PASSWORD, trust + "x"))
                        .at("/mfaRequired"))
                .isEqualTo("true");
        api.post("/api/auth/logout-all", "{}", bearer(trusted.at("/accessToken")));
        assertThat(api.post("/api/auth/login", body.formatted(account.email(), Api.PASSWORD, trust))
                        .at("/mfaRequired"))
                .isEqualTo("true");
    }

    @Test
    void anAdministratorTakesAwayWhatSomebodyHasLost() {
        enabled();
        String admin = admin();
        String path = "/api/admin/users/" + user + "/mfa";
        Problems.demand(remove(path, account.accessToken()), 403, "forbidden");
        assertThat(remove(path, admin).status()).isEqualTo(204);
        assertThat(remove(path, admin).status()).isEqualTo(204);
        assertThat(claims(logIn())).contains("\"amr\":[\"pwd\"]");
        assertThat(Sql.column("SELECT count(*) FROM identity.recovery_codes WHERE user_id = ?::uuid", user))
                .containsExactly("0");
    }

    @Test
    void theNextStepsCodeWillDoAndOneOfBeforeWillNot() {
        Authenticator app = enabled();
        loggedIn(app.next());
        Problems.demand(verify(challenge(), app.now()), 400, "invalid-code");
        forgetSteps();
        loggedIn(app.now());
    }
}
