package dev.gatehouse.app.adapter.smtp;

import static dev.gatehouse.app.adapter.smtp.ScriptedSmtpServer.CONNECT;
import static dev.gatehouse.app.adapter.smtp.ScriptedSmtpServer.DOT;
import static dev.gatehouse.app.adapter.smtp.ScriptedSmtpServer.NO_END;
import static dev.gatehouse.app.adapter.smtp.ScriptedSmtpServer.SILENCE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gatehouse.app.adapter.smtp.SmtpServer.Encryption;
import dev.gatehouse.identity.model.EmailAddress;
import dev.gatehouse.identity.model.PersonName;
import dev.gatehouse.notification.model.Email;
import dev.gatehouse.notification.model.Language;
import dev.gatehouse.notification.port.DeliveryRefused;
import dev.gatehouse.notification.port.DeliveryUnavailable;
import dev.gatehouse.notification.port.PlainMessageTemplates;
import java.time.Duration;
import java.util.UUID;
import javax.net.ssl.SSLSocketFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What each way in which a conversation may go wrong means for the mail. */
final class SmtpConversationTest {

    private static final Duration SHORT = Duration.ofMillis(500);

    private final ScriptedSmtpServer server = new ScriptedSmtpServer();

    @AfterEach
    void stop() {
        server.close();
    }

    private static Email email(String to) {
        return Email.welcome(UUID.randomUUID(), EmailAddress.of(to), PersonName.of("Ada"), Language.EN);
    }

    private static void send(SmtpServer server) {
        new SmtpEmailProvider(server, new PlainMessageTemplates()).send(email("ada@example.com"));
    }

    @ParameterizedTest
    @CsvSource({
        // The recipient, or the letter, for good.
        "RCPT, 550 no such mailbox, Refused",
        "RCPT, 550 5.1.1 <ada@example.com> unknown, Refused",
        "RCPT, 552 5.2.2 mailbox full, Refused",
        "RCPT, 553 5.1.3 bad address, Refused",
        "RCPT, 556 5.1.10 domain takes no mail, Refused",
        "., 552 5.3.4 too large, Refused",
        "., 554 5.7.1 looks like spam, Refused",
        "DATA, 554 no valid recipients, Refused",
        // The recipient, or the letter, for now.
        "RCPT, 450 4.1.2 <ada@example.com> domain not found, Deferred",
        "RCPT, 450 mailbox busy, Deferred",
        "RCPT, 451 4.7.1 greylisted, Deferred",
        "., 451 4.7.1 try again later, Deferred",
        // The server, whatever the mail.
        "CONNECT, 421 4.3.2 too many connections, Unavailable",
        "CONNECT, 554 go away, Unavailable",
        "MAIL, 550 5.7.1 not from you, Unavailable",
        "MAIL, 530 5.7.0 sign in first, Unavailable",
        "MAIL, 451 4.3.0 out of order, Unavailable",
        "RCPT, 421 4.4.2 shutting down, Unavailable",
        "RCPT, 451 4.3.0 temporary lookup failure, Unavailable",
        "RCPT, 452 insufficient storage, Unavailable",
        "RCPT, 530 5.7.0 sign in first, Unavailable",
        "DATA, 451 local error, Unavailable",
        "., 452 4.3.1 disk full, Unavailable",
        "., 451 local error, Unavailable",
    })
    void whatIsAnsweredConcernsThisMailOrAllOfThem(String command, String answer, String outcome) {
        server.answering(command, answer);

        assertThatThrownBy(() -> send(SmtpServers.at(server.port())))
                .extracting(failure -> failure.getClass().getSimpleName())
                .isEqualTo("Delivery" + outcome);
    }

    @Test
    void aReasonHasTheNumbersOfAnAnswerAndNoneOfItsWords() {
        server.answering("RCPT", "550 5.1.1 <ada@example.com> unknown");

        assertThatThrownBy(() -> send(SmtpServers.at(server.port())))
                .hasMessage("the mail server answers this recipient 550 5.1.1")
                .hasNoCause();
    }

    @ParameterizedTest
    @ValueSource(strings = {CONNECT, "EHLO", "MAIL", "RCPT", "DATA", DOT})
    void aServerThatHangsIsLeftAloneInTime(String command) {
        isLeftAlone(command, SILENCE);
    }

    @Test
    void aServerThatTalksWithoutEndIsLeftAloneInTime() {
        isLeftAlone("EHLO", NO_END);
    }

    private void isLeftAlone(String command, String answer) {
        server.answering(command, answer);
        long begin = System.nanoTime();

        assertThatThrownBy(() -> send(SmtpServers.at(server.port(), SHORT))).isInstanceOf(DeliveryUnavailable.class);

        assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(5));
    }

    @Test
    void onceTheLetterWasTakenNothingElseMatters() {
        server.answering("QUIT", SILENCE);

        send(SmtpServers.at(server.port(), SHORT));

        assertThat(server.heard()).contains(DOT);
    }

    @Test
    void anAddressBeyondAsciiNeedsAServerThatTakesSuch() {
        var provider = new SmtpEmailProvider(SmtpServers.at(server.port()), new PlainMessageTemplates());
        var rene = email("rené@example.com");

        assertThatThrownBy(() -> provider.send(rene)).isInstanceOf(DeliveryRefused.class);
        server.answering("EHLO", "250-stub\r\n250 SMTPUTF8");
        provider.send(rene);
        provider.send(email("ada@example.com"));

        assertThat(server.heard())
                .contains("MAIL FROM:<no-reply@acme.example> SMTPUTF8", "RCPT TO:<rené@example.com>")
                .contains("MAIL FROM:<no-reply@acme.example>", "RCPT TO:<ada@example.com>");
    }

    @Test
    void whoHasAUserSignsInAndOthersDoNot() {
        var account = SmtpServers.account(server.port(), Encryption.NONE, "smtp-user");

        send(SmtpServers.at(server.port()));
        assertThat(server.heard()).noneMatch(line -> line.startsWith("AUTH"));

        send(SmtpServers.at(account, (SSLSocketFactory) SSLSocketFactory.getDefault(), SmtpServers.PATIENCE));
        assertThat(server.heard()).anyMatch(line -> line.startsWith("AUTH PLAIN"));
        assertThat(account.toString()).doesNotContain("smtp-pass");
    }

    @Test
    void aPasswordThatIsNotAcceptedIsNoFaultOfTheMail() {
        server.answering("AUTH", "535 5.7.8 no");
        var account = SmtpServers.account(server.port(), Encryption.NONE, "smtp-user");

        assertThatThrownBy(() -> send(SmtpServers.at(
                        account, (SSLSocketFactory) SSLSocketFactory.getDefault(), SmtpServers.PATIENCE)))
                .isInstanceOf(DeliveryUnavailable.class)
                .hasMessageContaining("user and password");
    }
}
