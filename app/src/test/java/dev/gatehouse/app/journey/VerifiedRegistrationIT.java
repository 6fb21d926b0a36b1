package dev.gatehouse.app.journey;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.app.adapter.smtp.TestMailServer;
import dev.gatehouse.identity.port.InParallel;
import java.util.HashMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** Where addresses are confirmed first, registering tells nobody anything but the owner of the address. */
final class VerifiedRegistrationIT {

    private static final TestMailServer MAIL = new TestMailServer();
    private static final MailedLinks LINKS = new MailedLinks(MAIL);
    private static final Gatehouse GATEHOUSE = start();
    private static final Api API = GATEHOUSE.api();

    private static Gatehouse start() {
        var variables = new HashMap<>(MailedGatehouse.variables(MAIL.port()));
        variables.put("GATEHOUSE_REGISTRATION", "verified");
        variables.put("GATEHOUSE_LINKS_URL", "https://www.acme.example/me/");
        return Gatehouse.start(MailedGatehouse.SERVERS, variables);
    }

    @AfterAll
    static void stop() {
        GATEHOUSE.close();
        MAIL.close();
    }

    private static String confirmed() {
        String email = Api.freshEmail();
        assertThat(API.register(email).status()).isEqualTo(202);
        String token = LINKS.token(email, MailedLinks.CONFIRM);
        assertThat(API.post("/api/auth/email/verify", "{\"token\":\"%s\"}".formatted(token))
                        .status())
                .isEqualTo(204);
        return email;
    }

    @Test
    void anAccountIsGoodForNothingUntilItsAddressIsConfirmed() {
        String email = Api.freshEmail();
        assertThat(API.register(email).status()).isEqualTo(202);
        Problems.demand(API.logIn(email, Api.PASSWORD), 401, "invalid-credentials");
        assertThat(LINKS.page(email, MailedLinks.CONFIRM)).isEqualTo("https://www.acme.example/me/confirm-email");

        String token = LINKS.token(email, MailedLinks.CONFIRM);
        API.post("/api/auth/email/verify", "{\"token\":\"%s\"}".formatted(token));

        assertThat(API.logIn(email, Api.PASSWORD).status()).isEqualTo(200);
    }

    @Test
    void aTakenAddressIsAnsweredAsAFreeOne() {
        String email = confirmed();

        var free = API.register(Api.freshEmail());
        var taken = API.register(email);

        assertThat(taken.status()).isEqualTo(free.status()).isEqualTo(202);
        assertThat(taken.text()).isEqualTo(free.text()).isEmpty();
        assertThat(taken.headers().keySet()).isEqualTo(free.headers().keySet());
    }

    @Test
    void ofFiftyRegistrationsOfATakenAddressAtOnceItsOwnerGetsOneMail() {
        String email = confirmed();
        Sql.column(
                MailedGatehouse.SERVERS,
                "DELETE FROM identity.mail_cooldowns WHERE purpose = 'TELL_OWNER' RETURNING purpose");

        var answers = InParallel.run(50, number -> API.register(email));

        assertThat(answers).extracting(Api.Answer::status).contains(202).isSubsetOf(202, 503);
        LINKS.await(email, MailedLinks.EXISTS, 1);
        MailedGatehouse.awaitEmptyQueues();
        assertThat(LINKS.to(email, MailedLinks.EXISTS)).hasSize(1);
    }
}
