package dev.gatehouse.app.journey;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.app.adapter.smtp.TestMailServer;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** Who registers is welcomed by mail: from the request over the outbox to the mailbox. */
final class WelcomeMailIT {

    private static final TestMailServer MAIL = new TestMailServer();
    private static final Gatehouse GATEHOUSE = MailedGatehouse.start(MAIL.port());
    private static final Api API = GATEHOUSE.api();

    @AfterAll
    static void stop() {
        GATEHOUSE.close();
        MAIL.close();
    }

    private static Api.Answer register(String email, String name, String... headers) {
        var body = "{\"email\":\"%s\",\"password\":\"%s\",\"name\":\"%s\"}".formatted(email, Api.PASSWORD, name);
        return API.post("/api/auth/register", body, headers);
    }

    private static String part(MimeMessage mail, int index) throws Exception {
        return (String) ((MimeMultipart) mail.getContent()).getBodyPart(index).getContent();
    }

    @Test
    void whoRegistersIsWelcomedByName() throws Exception {
        String email = Api.freshEmail();

        assertThat(register(email, "Ada Lovelace").status()).isEqualTo(201);

        MimeMessage mail = MailedGatehouse.awaitMail(MAIL, email);
        assertThat(mail.getSubject()).isEqualTo("Welcome to Böll & Söhne: confirm your address");
        assertThat(part(mail, 0)).startsWith("Welcome, Ada Lovelace!");
        assertThat(part(mail, 1)).contains(">Welcome, Ada Lovelace!</h1>");
        assertThat(UUID.fromString(TestMailServer.id(mail)).version()).isEqualTo(7);
    }

    @Test
    void whoseBrowserSpeaksGermanIsWelcomedInGerman() throws Exception {
        String email = Api.freshEmail();

        assertThat(register(email, "Ada Lovelace", "Accept-Language", "de-AT,de;q=0.9,en;q=0.8")
                        .status())
                .isEqualTo(201);

        MimeMessage mail = MailedGatehouse.awaitMail(MAIL, email);
        assertThat(mail.getSubject()).isEqualTo("Willkommen bei Böll & Söhne: bestätigen Sie Ihre Adresse");
        assertThat(part(mail, 0)).startsWith("Willkommen, Ada Lovelace!");
    }

    @Test
    void aNameIsTextAndNothingElse() throws Exception {
        String email = Api.freshEmail();
        String name = "<script>alert(1)</script> {{7*7}} {% raw %} ${7*7} <eve@evil.example>";

        assertThat(register(email, name).status()).isEqualTo(201);

        MimeMessage mail = MailedGatehouse.awaitMail(MAIL, email);
        assertThat(part(mail, 0)).startsWith("Welcome, " + name + "!");
        assertThat(part(mail, 1))
                .contains("&lt;script&gt;alert(1)&lt;/script&gt; {{7*7}} {% raw %} ${7*7} &lt;eve@evil.example&gt;")
                .doesNotContain("<script");
        assertThat(mail.getAllRecipients()).extracting(Object::toString).containsExactly(email);
        assertThat(MAIL.inbox("eve@evil.example")).isEmpty();
    }

    @Test
    void aLineBreakInANameIsRefusedAndSendsNothing() {
        String email = Api.freshEmail();

        var answer = register(email, "Ada\\r\\nBcc: eve@evil.example");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.at("/errors/0/code")).isEqualTo("invalid-name");
        // The next one arrives, and would have come second.
        String next = Api.freshEmail();
        assertThat(register(next, "Ada").status()).isEqualTo(201);
        MailedGatehouse.awaitMail(MAIL, next);
        assertThat(MAIL.inbox(email)).isEmpty();
        assertThat(MAIL.inbox("eve@evil.example")).isEmpty();
    }
}
