package dev.gatehouse.app.journey;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.app.adapter.smtp.TestMailServer;
import dev.gatehouse.events.Eventually;
import jakarta.mail.internet.MimeMessage;
import java.util.List;
import java.util.Map;

/**
 * What a Gatehouse that sends mail is told, and how its mail is awaited. It has a database of its own: one without mail
 * on the same would take its events.
 */
final class MailedGatehouse {

    static final Gatehouse.Servers SERVERS = Gatehouse.Servers.fresh("mail");

    static {
        Runtime.getRuntime().addShutdownHook(new Thread(SERVERS::close));
    }

    private MailedGatehouse() {}

    static Gatehouse start(int smtpPort) {
        return Gatehouse.start(SERVERS, variables(smtpPort));
    }

    static Map<String, String> variables(int smtpPort) {
        return Map.of(
                "GATEHOUSE_MAIL", "smtp",
                "GATEHOUSE_MAIL_FROM", "Böll & Söhne <no-reply@acme.example>",
                "SMTP_HOST", "127.0.0.1",
                "SMTP_PORT", Integer.toString(smtpPort),
                "SMTP_TLS", "none");
    }

    /** The one mail for an address. */
    static MimeMessage awaitMail(TestMailServer server, String mailbox) {
        Eventually.holds("a mail for " + mailbox, () -> !server.inbox(mailbox).isEmpty());
        List<MimeMessage> inbox = server.inbox(mailbox);
        assertThat(inbox).hasSize(1);
        return inbox.getFirst();
    }

    /** Returns once no event waits to be handed to anybody. */
    static void awaitEmptyQueues() {
        Eventually.holds("nothing is left to do", MailedGatehouse::nothingIsLeftToDo);
    }

    private static boolean nothingIsLeftToDo() {
        var open = "SELECT (SELECT count(*) FROM events.outbox) + (SELECT count(*) FROM events.deliveries)";
        return Sql.column(SERVERS, open).equals(List.of("0"));
    }
}
