package dev.gatehouse.app.journey;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.app.journey.Gatehouse.Servers;
import dev.gatehouse.events.Eventually;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Without Redis there are no codes, and nobody is let in by one. */
final class OtpOutageIT {

    private static final TestMail mail = TestMail.shared();

    private static Servers servers;
    private static Gatehouse gatehouse;
    private static Api api;

    @BeforeAll
    static void start() {
        servers = Servers.fresh("otp-outage");
        gatehouse = Gatehouse.start(servers, mail.server().variables());
        api = gatehouse.api();
    }

    @AfterAll
    static void stop() {
        gatehouse.close();
        servers.close();
    }

    private static Api.Answer request(String email) {
        return api.post(
                "/api/auth/otp/request",
                "{\"channel\":\"email\",\"to\":\"%s\",\"purpose\":\"verify\"}".formatted(email));
    }

    private static Api.Answer verify(String challenge, String code) {
        return api.post("/api/auth/otp/verify", "{\"challengeId\":\"%s\",\"code\":\"%s\"}".formatted(challenge, code));
    }

    @Test
    void neitherAskingNorAnsweringFailsOpen() {
        String email = Api.freshEmail();
        String challenge = request(email).at("/challengeId");
        String code = mail.latestTo(email).text().replaceAll("(?s).*?\\b([0-9]{6})\\b.*", "$1");

        servers.redis().stop();

        Problems.demand(verify(challenge, code), 503, "service-unavailable");
        Problems.demand(request(Api.freshEmail()), 503, "service-unavailable");

        servers.redis().start();

        Eventually.holds("codes are sent again", () -> request(Api.freshEmail()).status() == 202);
        // What was kept on its disk is good again, or gone; it was never anything else.
        assertThat(verify(challenge, code).status()).isIn(200, 410);
    }
}
