package dev.gatehouse.app.journey;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.app.adapter.smtp.TestMailServer;
import dev.gatehouse.identity.port.InParallel;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** Whoever forgot their password sets another with the link in their mail, and nobody learns who has an account. */
final class PasswordResetIT {

    private static final String OTHER = "Copper-Lantern-77";

    private static final TestMailServer MAIL = new TestMailServer();
    private static final MailedLinks LINKS = new MailedLinks(MAIL);
    private static final Gatehouse GATEHOUSE = MailedGatehouse.start(MAIL.port());
    private static final Api API = GATEHOUSE.api();

    @AfterAll
    static void stop() {
        GATEHOUSE.close();
        MAIL.close();
    }

    private static Api.Answer forgot(String email) {
        return API.post("/api/auth/password/forgot", "{\"email\":\"%s\"}".formatted(email));
    }

    private static Api.Answer reset(String token, String password) {
        return API.post(
                "/api/auth/password/reset", "{\"token\":\"%s\",\"newPassword\":\"%s\"}".formatted(token, password));
    }

    /** A machine with other work may answer 503; a client comes back when it is told to. */
    private static Api.Answer patientlyReset(String token, String password) {
        var answer = reset(token, password);
        while (answer.status() == 503) {
            answer = reset(token, password);
        }
        return answer;
    }

    private static String mailed(String email) {
        assertThat(forgot(email).status()).isEqualTo(202);
        return LINKS.token(email, MailedLinks.RESET);
    }

    @Test
    void whoForgotTheirPasswordSetsAnotherAndIsToldOfIt() {
        var account = API.register();
        String token = mailed(account.email());

        var answer = reset(token, OTHER);

        assertThat(answer.status()).isEqualTo(204);
        assertThat(answer.text()).isEmpty();
        assertThat(API.logIn(account.email(), OTHER).status()).isEqualTo(200);
        Problems.demand(API.logIn(account.email(), Api.PASSWORD), 401, "invalid-credentials");
        Problems.demand(API.profile(account.accessToken()), 401, "unauthenticated");
        Problems.demand(API.refresh(account.refreshToken()), 401, "invalid-refresh-token");
        Problems.demand(reset(token, "Copper-Lantern-78"), 400, "invalid-mail-token");
        assertThat(LINKS.await(account.email(), MailedLinks.CHANGED, 1)).hasSize(1);
    }

    @Test
    void ofFiftyRequestsAtOnceComesOneMail() {
        var account = API.register();

        var answers = InParallel.run(50, number -> forgot(account.email()));

        assertThat(answers).allSatisfy(answer -> assertThat(answer.status()).isEqualTo(202));
        LINKS.await(account.email(), MailedLinks.RESET, 1);
        MailedGatehouse.awaitEmptyQueues();
        assertThat(LINKS.to(account.email(), MailedLinks.RESET)).hasSize(1);
    }

    @Test
    void aTokenFiftyTimesWithFiftyPasswordsWinsOnce() {
        var account = API.register();
        var others = Stream.generate(
                        () -> API.logIn(account.email(), Api.PASSWORD).at("/accessToken"))
                .limit(3)
                .toList();
        String token = mailed(account.email());

        var answers = InParallel.run(50, number -> patientlyReset(token, "Copper-Lantern-" + number));

        assertThat(answers).filteredOn(answer -> answer.status() == 204).hasSize(1);
        assertThat(answers)
                .filteredOn(answer -> answer.status() != 204)
                .hasSize(49)
                .allSatisfy(answer -> Problems.demand(answer, 400, "invalid-mail-token"));
        for (int number = 0; number < 50; number++) {
            int expected = answers.get(number).status() == 204 ? 200 : 401;
            assertThat(API.logIn(account.email(), "Copper-Lantern-" + number).status())
                    .isEqualTo(expected);
        }
        assertThat(Stream.concat(Stream.of(account.accessToken()), others.stream()))
                .allSatisfy(access -> Problems.demand(API.profile(access), 401, "unauthenticated"));
    }

    @Test
    void knownUnknownAndDisabledAddressesAreAnsweredAlikeAndOnlyOneGetsMail() {
        var known = API.register();
        var disabled = API.register();
        String unknown = Api.freshEmail();
        Sql.column(
                MailedGatehouse.SERVERS,
                "UPDATE identity.users SET status = 'DISABLED' WHERE id = ?::uuid RETURNING id",
                disabled.registered().at("/user/id"));

        var answers = Stream.of(known.email(), unknown, disabled.email(), known.email())
                .map(PasswordResetIT::forgot)
                .toList();

        assertThat(answers).allSatisfy(answer -> {
            assertThat(answer.status()).isEqualTo(202);
            assertThat(answer.text()).isEmpty();
        });
        assertThat(answers)
                .extracting(answer -> answer.headers().keySet())
                .containsOnly(Set.copyOf(answers.getFirst().headers().keySet()));
        LINKS.await(known.email(), MailedLinks.RESET, 1);
        MailedGatehouse.awaitEmptyQueues();
        assertThat(MAIL.inbox(unknown)).isEmpty();
        assertThat(LINKS.to(disabled.email(), MailedLinks.RESET)).isEmpty();
    }

    @Test
    void aLinkLeadsToAPageOfOursWhateverTheHostOfTheRequest() {
        var account = API.register();
        new Wire(API.port())
                .lines(
                        "POST /api/auth/password/forgot HTTP/1.1",
                        "Host: evil.example",
                        "X-Forwarded-Host: evil.example",
                        "Content-Type: application/json",
                        "Content-Length: "
                                + "{\"email\":\"%s\"}"
                                        .formatted(account.email())
                                        .length(),
                        "",
                        "{\"email\":\"%s\"}".formatted(account.email()));

        assertThat(LINKS.page(account.email(), MailedLinks.RESET))
                .isEqualTo("http://localhost:8080/account/reset-password");
    }

    @Test
    void theTokenIsInTheMailAlone() {
        String token = mailed(API.register().email());
        var tables = Sql.column(
                MailedGatehouse.SERVERS,
                "SELECT table_schema || '.' || table_name FROM information_schema.tables"
                        + " WHERE table_type = 'BASE TABLE' AND table_schema IN ('identity', 'events')");
        assertThat(tables).contains("identity.mailings").allSatisfy(table -> assertThat(Sql.column(
                        MailedGatehouse.SERVERS, "SELECT 1 FROM " + table + " t WHERE strpos(t::text, ?) > 0", token))
                .as(table)
                .isEmpty());
    }

    @Test
    void whatIsNoTokenIsAnsweredAlike() {
        var dead = reset("A".repeat(43), OTHER);
        Problems.demand(dead, 400, "invalid-mail-token");
        for (String text : new String[] {"", "x", "../../etc/passwd", "A".repeat(5_000), "\\u0000", "' OR 1=1 --"}) {
            Problems.demand(reset(text, OTHER), 400, "invalid-mail-token");
        }
        Problems.demand(API.post("/api/auth/password/reset", "{\"newPassword\":\"x\"}"), 400, "invalid-input");
        Problems.demand(forgot("no address"), 400, "invalid-input");
    }
}
