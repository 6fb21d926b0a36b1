package dev.gatehouse.app.journey;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.app.adapter.smtp.TestMailServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** Whoever an administrator makes an account for chooses its password with the link in their mail. */
final class InvitationIT {

    private static final String CHOSEN = "Copper-Lantern-77";
    private static final String INVITATION = "You have an account at Böll & Söhne";

    private static final TestMailServer MAIL = new TestMailServer();
    private static final MailedLinks LINKS = new MailedLinks(MAIL);
    private static final Gatehouse GATEHOUSE = MailedGatehouse.start(MAIL.port());
    private static final Api API = GATEHOUSE.api();
    private static final Users ADMINISTRATOR = Users.administrator(API, MailedGatehouse.SERVERS);

    @AfterAll
    static void stop() {
        GATEHOUSE.close();
        MAIL.close();
    }

    private static Api.Answer choose(String token) {
        return API.post(
                "/api/auth/password/reset", "{\"token\":\"%s\",\"newPassword\":\"%s\"}".formatted(token, CHOSEN));
    }

    @Test
    void whoWasInvitedChoosesAPasswordAndLogsIn() {
        String email = Api.freshEmail();
        Api.Answer made = ADMINISTRATOR.invite(Users.invitation(email));
        assertThat(made.status()).isEqualTo(201);
        String token = LINKS.token(email, INVITATION);
        assertThat(LINKS.page(email, INVITATION)).isEqualTo("http://localhost:8080/account/reset-password");

        assertThat(choose(token).status()).isEqualTo(204);

        Api.Answer signedIn = API.logIn(email, CHOSEN);
        assertThat(signedIn.status()).isEqualTo(200);
        assertThat(signedIn.at("/user/id")).isEqualTo(made.at("/id"));
        assertThat(signedIn.at("/user/emailVerified")).isEqualTo("true");
        Problems.demand(choose(token), 400, "invalid-mail-token");
    }

    @Test
    void anInvitationIsOneMailAndNoWelcome() {
        String email = Api.freshEmail();
        ADMINISTRATOR.invite(Users.invitation(email));
        LINKS.await(email, INVITATION, 1);
        MailedGatehouse.awaitEmptyQueues();
        assertThat(MAIL.inbox(email)).hasSize(1);
    }

    @Test
    void anInvitationDiesWithItsAccount() {
        String email = Api.freshEmail();
        String id = ADMINISTRATOR.invite(Users.invitation(email)).at("/id");
        String token = LINKS.token(email, INVITATION);
        assertThat(ADMINISTRATOR.changeRights(id, "\"status\":\"disabled\"").status())
                .isEqualTo(200);
        Problems.demand(choose(token), 400, "invalid-mail-token");
        ADMINISTRATOR.delete(id);
        Problems.demand(choose(token), 400, "invalid-mail-token");
    }
}
