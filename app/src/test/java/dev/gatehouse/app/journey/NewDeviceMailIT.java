package dev.gatehouse.app.journey;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.app.adapter.smtp.TestMailServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Owners hear by mail of devices that were not there before, and of no others. */
final class NewDeviceMailIT {

    private static final TestMailServer MAIL = new TestMailServer();

    private static Gatehouse gatehouse;

    @BeforeAll
    static void start() {
        gatehouse = MailedGatehouse.start(MAIL.port());
    }

    @AfterAll
    static void stop() {
        gatehouse.close();
        MAIL.close();
    }

    private static void logIn(String email, String device) {
        var answer = gatehouse
                .api()
                .post(
                        "/api/auth/login",
                        "{\"email\":\"%s\",\"password\":\"%s\",\"device\":{\"id\":\"%s\",\"name\":\"Ada’s %s\"}}"
                                .formatted(email, Api.PASSWORD, device, device));
        assertThat(answer.status()).isEqualTo(200);
    }

    @Test
    void ofALogInFromANewDeviceItsOwnerHearsOnce() throws Exception {
        var email = gatehouse.api().register().email();
        gatehouse.api().logIn(email, Api.PASSWORD);
        MailedGatehouse.awaitEmptyQueues();
        assertThat(MAIL.inbox(email)).hasSize(1);

        logIn(email, "laptop");
        logIn(email, "laptop");
        MailedGatehouse.awaitEmptyQueues();

        assertThat(MAIL.inbox(email)).hasSize(2);
        assertThat(MAIL.inbox(email).getLast().getSubject()).isEqualTo("New sign-in to your account");
    }
}
