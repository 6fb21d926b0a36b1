package dev.gatehouse.app.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gatehouse.app.journey.Api.Account;
import dev.gatehouse.events.Eventually;
import java.util.HashMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** An administrator sees which mails and messages were sent to a user, also those that nobody was looked up for. */
final class MessageAuditIT {

    private static final TestMail mail = TestMail.shared();
    private static final Gatehouse gatehouse = start();
    private static final Api api = gatehouse.api();
    private static final Administrator admin = Administrator.of(api, MailedGatehouse.SERVERS);

    private final Account account = api.register();
    private final String access = "/api/admin/users/" + account.registered().at("/user/id") + "/access";

    private static Gatehouse start() {
        var variables = new HashMap<>(mail.server().variables());
        variables.put("gatehouse.redis-patience", "10s");
        return Gatehouse.start(MailedGatehouse.SERVERS, variables);
    }

    @AfterAll
    static void stop() {
        gatehouse.close();
    }

    private JsonNode latest(String message) {
        Eventually.holds(
                message + " is sent",
                () -> admin.get(access).at("/messages/0/data/message").equals(message));
        return admin.get(access).body().at("/messages/0");
    }

    @Test
    void aMailIsSeenOnceItIsSent() {
        JsonNode sent = latest("welcome-unverified");
        assertThat(sent.at("/action").asText()).isEqualTo("message-send");
        assertThat(sent.at("/outcome").asText()).isEqualTo("done");
        assertThat(sent.at("/data/channel").asText()).isEqualTo("mail");
        assertThat(sent.toString()).doesNotContain("@");
    }

    @Test
    void aCodeIsSeenOnceItIsSentAndWhenThereMayBeAnother() {
        latest("welcome-unverified");
        api.post(
                "/api/auth/otp/request",
                "{\"channel\":\"email\",\"to\":\"%s\",\"purpose\":\"login\"}".formatted(account.email()));
        assertThat(latest("code").at("/outcome").asText()).isEqualTo("done");
        assertThat(admin.get(access).body().at("/codes/0/nextIn").asInt()).isBetween(1, 60);
    }
}
