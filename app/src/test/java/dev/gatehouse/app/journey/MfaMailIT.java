package dev.gatehouse.app.journey;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.app.journey.Api.Account;
import dev.gatehouse.app.journey.Api.Answer;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** What owners hear of their second factor by mail, and log-ins by a mailed code, which take one as well. */
final class MfaMailIT {

    private static final Pattern CODE = Pattern.compile("\\b[0-9]{6}\\b");

    private static final TestMail mail = TestMail.shared();
    private static final Gatehouse gatehouse = start();
    private static final Api api = gatehouse.api();

    private final Account account = api.register();

    private static Gatehouse start() {
        var variables = new HashMap<>(mail.server().variables());
        variables.put("gatehouse.redis-patience", "10s");
        return Gatehouse.start(MailedGatehouse.SERVERS, variables);
    }

    @AfterAll
    static void stop() {
        gatehouse.close();
    }

    private static Answer verify(String challenge, String code) {
        return api.post("/api/auth/mfa/verify", "{\"challengeId\":\"%s\",\"code\":\"%s\"}".formatted(challenge, code));
    }

    @Test
    void ownersHearOfItGoingOnOfTheirCodesAndOfItGoingOff() {
        Authenticator app = Authenticator.enabled(api, account.accessToken());
        mail.allTo(account.email(), 2);
        for (int used = 0; used < 7; used++) {
            String challenge = api.logIn(account.email(), Api.PASSWORD).at("/challengeId");
            assertThat(verify(challenge, app.list().get(used)).status()).isEqualTo(200);
        }
        Answer fresh = api.refresh(account.refreshToken());
        Answer off = api.send(api.request("/api/auth/mfa", "Authorization", "Bearer " + fresh.at("/accessToken"))
                .DELETE());
        assertThat(off.status()).isEqualTo(204);

        assertThat(mail.allTo(account.email(), 10).reversed().stream()
                        .map(one -> one.subject())
                        .skip(1))
                .containsExactly(
                        "Your second factor is on",
                        "A recovery code was used",
                        "A recovery code was used",
                        "A recovery code was used",
                        "A recovery code was used",
                        "A recovery code was used",
                        "A recovery code was used",
                        "Your recovery codes are running out",
                        "Your second factor is off");
        assertThat(mail.allTo(account.email(), 10))
                .allSatisfy(one ->
                        assertThat(one.text()).doesNotContain(app.secret()).doesNotContain(app.list()));
    }

    @Test
    void aCodeByMailIsOneFactorAndNotTwo() {
        Authenticator app = Authenticator.enabled(api, account.accessToken());
        Sql.column(
                MailedGatehouse.SERVERS,
                "UPDATE identity.users SET email_verified = true WHERE id = ?::uuid RETURNING id",
                account.registered().at("/user/id"));
        mail.allTo(account.email(), 2);
        String id = api.post(
                        "/api/auth/otp/request",
                        "{\"channel\":\"email\",\"to\":\"%s\",\"purpose\":\"login\"}".formatted(account.email()))
                .at("/challengeId");
        String mailed = mail.allTo(account.email(), 3).stream()
                .filter(one -> one.subject().contains("code"))
                .flatMap(one -> CODE.matcher(one.text()).results())
                .map(MatchResult::group)
                .findFirst()
                .orElseThrow();

        Answer half =
                api.post("/api/auth/otp/verify", "{\"challengeId\":\"%s\",\"code\":\"%s\"}".formatted(id, mailed));

        assertThat(half.at("/mfaRequired")).isEqualTo("true");
        Problems.demand(
                verify(half.at("/challengeId"), mailed.equals(app.next()) ? "000000" : mailed), 400, "invalid-code");
        Answer whole = verify(half.at("/challengeId"), app.next());
        String payload = whole.at("/accessToken").split("\\.", -1)[1];
        assertThat(new String(Base64.getUrlDecoder().decode(payload), StandardCharsets.UTF_8))
                .contains("\"amr\":[\"otp\",\"mfa\"]");
    }
}
