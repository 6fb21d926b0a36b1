package dev.gatehouse.app.journey;

import static dev.gatehouse.app.journey.Browser.ACCESS;
import static dev.gatehouse.app.journey.Browser.DEVICE;
import static dev.gatehouse.app.journey.Browser.REFRESH;
import static dev.gatehouse.app.journey.Browser.ours;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.app.journey.Api.Answer;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** Two factors in a browser, which keeps everything in cookies. */
final class MfaBrowserIT {

    private static final String TRUST = "__Host-gatehouse-trust";

    private static final Gatehouse gatehouse =
            Gatehouse.start(Map.of("GATEHOUSE_BROWSER_ORIGINS", Browser.ORIGIN, "gatehouse.redis-patience", "10s"));

    private final Api api = gatehouse.api();
    private final Browser browser = new Browser(api);
    private final String email = Api.freshEmail();

    @AfterAll
    static void stop() {
        gatehouse.close();
    }

    private Authenticator enabled() {
        browser.register(email);
        return Authenticator.enabled(api, accessToken());
    }

    private Answer verify(String challenge, String code, boolean trust) {
        return browser.post(
                "/api/auth/mfa/verify",
                "{\"challengeId\":\"%s\",\"code\":\"%s\",\"trustDevice\":%s}".formatted(challenge, code, trust),
                ours());
    }

    private String accessToken() {
        return browser.cookies().getOrDefault(ACCESS, "");
    }

    private String claims() {
        String payload = accessToken().split("\\.", -1)[1];
        return new String(Base64.getUrlDecoder().decode(payload), StandardCharsets.UTF_8);
    }

    @Test
    void halfALogInGivesNoCookieAndTheOtherHalfGivesThemAll() {
        Authenticator app = enabled();
        browser.post("/api/auth/logout", "{}", ours());
        Answer half = browser.logIn(email, Api.PASSWORD);
        assertThat(half.at("/mfaRequired")).isEqualTo("true");
        assertThat(half.header("Set-Cookie")).isEmpty();

        Answer whole = verify(half.at("/challengeId"), app.next(), false);

        assertThat(whole.status()).isEqualTo(200);
        assertThat(whole.text()).doesNotContain("Token", "deviceTrust");
        assertThat(browser.cookies()).containsOnlyKeys(ACCESS, REFRESH, DEVICE);
        browser.post("/api/auth/refresh", "{}", ours());
        assertThat(claims()).contains("\"amr\":[\"pwd\",\"otp\",\"mfa\"]");
    }

    @Test
    void aBrowserThatIsTrustedHasThatInACookieWhichOutlivesALogOut() {
        Authenticator app = enabled();
        Answer half = browser.logIn(email, Api.PASSWORD);
        Answer whole = verify(half.at("/challengeId"), app.next(), true);
        assertThat(whole.header("Set-Cookie").orElseThrow())
                .contains(TRUST + "=v1.", "; Path=/; Secure; HttpOnly; SameSite=Strict; Max-Age=2592000");
        assertThat(whole.text()).doesNotContain(browser.cookies().get(TRUST));
        browser.post("/api/auth/logout", "{}", ours());

        assertThat(browser.logIn(email, Api.PASSWORD).at("/user/email")).isEqualTo(email);
        assertThat(claims()).contains("\"amr\":[\"pwd\"]");

        browser.cookies().remove(TRUST);
        assertThat(browser.logIn(email, Api.PASSWORD).at("/mfaRequired")).isEqualTo("true");
    }

    @Test
    void steppingUpGivesCookiesToo() {
        Authenticator app = enabled();
        String before = browser.cookies().get(ACCESS);
        Answer fresh = browser.post("/api/auth/step-up", "{\"code\":\"" + app.next() + "\"}", ours());
        assertThat(fresh.status()).isEqualTo(200);
        assertThat(fresh.text()).doesNotContain("Token");
        assertThat(browser.cookies().get(ACCESS)).isNotEqualTo(before);
        assertThat(claims()).contains("\"amr\":[\"pwd\",\"otp\",\"mfa\"]");
    }
}
