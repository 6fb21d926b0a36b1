package dev.gatehouse.app.journey;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.app.adapter.smtp.TestMailServer;
import dev.gatehouse.identity.port.InParallel;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** An address is confirmed by the link that was mailed there, whether it is the account's or is to be. */
final class EmailAddressIT {

    private static final TestMailServer MAIL = new TestMailServer();
    private static final MailedLinks LINKS = new MailedLinks(MAIL);
    private static final Gatehouse GATEHOUSE = MailedGatehouse.start(MAIL.port());
    private static final Api API = GATEHOUSE.api();

    @AfterAll
    static void stop() {
        GATEHOUSE.close();
        MAIL.close();
    }

    private static Api.Answer verify(String token) {
        return API.post("/api/auth/email/verify", "{\"token\":\"%s\"}".formatted(token));
    }

    private static Api.Answer resend(String accessToken) {
        return API.post("/api/auth/email/verify/resend", "{}", "Authorization", "Bearer " + accessToken);
    }

    private static Api.Answer change(String accessToken, String email, String password) {
        return API.put(
                "/api/auth/profile/email",
                "{\"newEmail\":\"%s\",\"currentPassword\":\"%s\"}".formatted(email, password),
                "Authorization",
                "Bearer " + accessToken);
    }

    @Test
    void theWelcomeMailHasTheLinkThatConfirmsTheAddress() {
        var account = API.register();
        assertThat(account.registered().at("/user/emailVerified")).isEqualTo("false");
        String token = LINKS.token(account.email(), MailedLinks.CONFIRM);

        assertThat(verify(token).status()).isEqualTo(204);

        assertThat(API.profile(account.accessToken()).at("/emailVerified")).isEqualTo("true");
        Problems.demand(verify(token), 400, "invalid-mail-token");
        assertThat(LINKS.page(account.email(), MailedLinks.CONFIRM))
                .isEqualTo("http://localhost:8080/account/confirm-email");
        assertThat(MAIL.inbox(account.email())).hasSize(1);
    }

    @Test
    void ofFiftyWhoWantTheLinkAgainAtOnceOneMailComesAndItsLinkIsTheOneThatWorks() {
        var account = API.register();
        String first = LINKS.token(account.email(), MailedLinks.CONFIRM);

        var answers = InParallel.run(50, number -> resend(account.accessToken()));

        assertThat(answers).allSatisfy(answer -> assertThat(answer.status()).isEqualTo(202));
        String second = LINKS.token(account.email(), MailedLinks.CONFIRM_AGAIN);
        MailedGatehouse.awaitEmptyQueues();
        assertThat(LINKS.to(account.email(), MailedLinks.CONFIRM_AGAIN)).hasSize(1);
        Problems.demand(verify(first), 400, "invalid-mail-token");
        assertThat(verify(second).status()).isEqualTo(204);
        var again = resend(account.accessToken());
        assertThat(again.status()).isEqualTo(202);
        assertThat(again.headers().keySet())
                .isEqualTo(answers.getFirst().headers().keySet());
    }

    @Test
    void theAddressChangesWhenTheNewOneIsConfirmedAndTheOldOneIsTold() {
        var account = API.register();
        String email = Api.freshEmail();

        assertThat(change(account.accessToken(), email, Api.PASSWORD).status()).isEqualTo(202);

        assertThat(LINKS.await(account.email(), MailedLinks.EMAIL_NOTICE, 1)).hasSize(1);
        assertThat(API.profile(account.accessToken()).at("/email")).isEqualTo(account.email());
        assertThat(verify(LINKS.token(email, MailedLinks.CHANGE_EMAIL)).status())
                .isEqualTo(204);
        assertThat(API.profile(account.accessToken()).at("/email")).isEqualTo(email);
        assertThat(API.logIn(email, Api.PASSWORD).status()).isEqualTo(200);
        Problems.demand(API.logIn(account.email(), Api.PASSWORD), 401, "invalid-credentials");
    }

    @Test
    void aLinkThatResetsThePasswordDiesWithTheAddress() {
        var account = API.register();
        String email = Api.freshEmail();
        API.post("/api/auth/password/forgot", "{\"email\":\"%s\"}".formatted(account.email()));
        String reset = LINKS.token(account.email(), MailedLinks.RESET);
        change(account.accessToken(), email, Api.PASSWORD);
        verify(LINKS.token(email, MailedLinks.CHANGE_EMAIL));

        var answer = API.post(
                "/api/auth/password/reset",
                "{\"token\":\"%s\",\"newPassword\":\"Copper-Lantern-77\"}".formatted(reset));

        Problems.demand(answer, 400, "invalid-mail-token");
    }

    @Test
    void aFreeAndATakenAddressAreAnsweredAlikeAndTheOwnerIsTold() {
        var account = API.register();
        var owner = API.register();

        var answers = List.of(
                change(account.accessToken(), Api.freshEmail(), Api.PASSWORD),
                change(account.accessToken(), owner.email(), Api.PASSWORD));

        assertThat(answers).extracting(Api.Answer::status).containsOnly(202);
        assertThat(answers).extracting(Api.Answer::text).containsOnly("");
        assertThat(answers.getFirst().headers().keySet())
                .isEqualTo(answers.getLast().headers().keySet());
        assertThat(LINKS.await(owner.email(), MailedLinks.EXISTS, 1)).hasSize(1);
        assertThat(LINKS.to(owner.email(), MailedLinks.CHANGE_EMAIL)).isEmpty();
    }

    @Test
    void aWrongPasswordAndABadAddressAreFieldsAtFault() {
        var account = API.register();
        var wrong = change(account.accessToken(), Api.freshEmail(), "wrong horse battery");
        Problems.demand(wrong, 400, "invalid-input");
        assertThat(wrong.at("/errors/0/pointer")).isEqualTo("/currentPassword");
        var bad = change(account.accessToken(), "no address", Api.PASSWORD);
        Problems.demand(bad, 400, "invalid-input");
        assertThat(bad.at("/errors/0/pointer")).isEqualTo("/newEmail");
        Problems.demand(resend("x"), 401, "unauthenticated");
        Problems.demand(
                API.post(
                        "/api/auth/email/verify/resend",
                        "{\"email\":\"x\"}",
                        "Authorization",
                        "Bearer " + account.accessToken()),
                400,
                "malformed-request");
    }
}
