package dev.gatehouse.devservices;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.gatehouse.devservices.mailbox.Mail;
import dev.gatehouse.devservices.mailbox.Mailbox;
import jakarta.mail.Address;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.Properties;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class MailServerIT {

    private static final MailServer SERVER = new MailServer(Workplace.at("mail"));
    private static final Mailbox MAILBOX = SERVER.mailbox();
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final String ada = "ada-" + UUID.randomUUID() + "@example.com";

    @BeforeAll
    static void start() {
        SERVER.wipe().start();
    }

    @AfterAll
    static void close() {
        SERVER.close();
    }

    @Test
    void showsBothPartsOfAMailInEveryScript() throws Exception {
        var message = message("Grüße 👋", null);
        message.setContent(new MimeMultipart("alternative", part("Schön, 你好", "plain"), part("<p>Schön", "html")));
        send(message, ada);

        var mail = latestTo(ada);
        assertThat(mail.subject()).isEqualTo("Grüße 👋");
        assertThat(mail.text()).isEqualTo("Schön, 你好");
        assertThat(mail.html()).isEqualTo("<p>Schön");
        assertThat(mail.from()).isEqualTo("gatehouse@example.com");
        assertThat(mail.sms()).isFalse();
    }

    @Test
    void knowsAnSmsByItsGateway() throws Exception {
        var number = "+49151" + UUID.randomUUID().hashCode();
        send(message("", "Your code is 123456"), number + "@" + Mail.SMS_GATEWAY);

        var sms = latestTo(number);
        assertThat(sms.sms()).isTrue();
        assertThat(sms.text()).isEqualTo("Your code is 123456");
        assertThat(sms.subject()).isEmpty();
    }

    @Test
    void goesByTheEnvelopeNotByWhatTheHeaderSays() throws Exception {
        var grace = "grace-" + UUID.randomUUID() + "@example.com";
        var message = message("For two", "Hello");
        message.setRecipients(MimeMessage.RecipientType.TO, "nobody@example.com");
        send(message, ada, grace);

        assertThat(latestTo(ada).text()).isEqualTo("Hello");
        assertThat(latestTo(grace).id()).isNotEqualTo(latestTo(ada).id());
        assertThat(MAILBOX.to("nobody@example.com")).isEmpty();
    }

    @Test
    void listsTheNewestFirst() throws Exception {
        send(message("first", "1"), ada);
        send(message("second", "2"), ada);
        assertThat(MAILBOX.await(ada, 2, PATIENCE)).extracting(Mail::subject).containsExactly("second", "first");
        assertThat(MAILBOX.find(latestTo(ada).id())).contains(latestTo(ada));
    }

    @Test
    void waitsNoLongerThanItWasTold() throws Exception {
        assertThat(MAILBOX.await(ada, 1, Duration.ofMillis(50))).isEmpty();
    }

    @Test
    void keepsWhatItHasOverAnOutage() throws Exception {
        send(message("kept", "1"), ada);
        SERVER.stop();
        assertThatExceptionOfType(MessagingException.class).isThrownBy(() -> send(message("lost", "2"), ada));
        SERVER.start();
        send(message("after", "3"), ada);
        assertThat(MAILBOX.await(ada, 2, PATIENCE)).extracting(Mail::subject).containsExactly("after", "kept");
    }

    @Test
    void hangsWhileItIsFrozen() throws Exception {
        SERVER.freeze();
        try {
            assertThatExceptionOfType(MessagingException.class)
                    .isThrownBy(() -> send(message("hanging", "1"), ada))
                    .withRootCauseInstanceOf(SocketTimeoutException.class);
        } finally {
            SERVER.thaw();
        }
        send(message("awake", "2"), ada);
        assertThat(latestTo(ada).subject()).isEqualTo("awake");
    }

    @Test
    void forgetsTheOldestOfMoreThanFiveHundred() throws Exception {
        try (var server = new MailServer(Workplace.at("mail-flooded")).wipe().start()) {
            var mailbox = server.mailbox();
            for (var i = 1; i <= 501; i++) {
                mailbox.deliver(ada, message("mail " + i, "text"));
            }
            assertThat(mailbox.all()).hasSize(500);
            assertThat(mailbox.all().getFirst().subject()).isEqualTo("mail 501");
            assertThat(mailbox.all().getLast().subject()).isEqualTo("mail 2");

            server.wipe();
            assertThat(mailbox.all()).isEmpty();
        }
    }

    private static Mail latestTo(String recipient) throws InterruptedException {
        return MAILBOX.await(recipient, 1, PATIENCE).getFirst();
    }

    private static MimeBodyPart part(String text, String subtype) throws MessagingException {
        var part = new MimeBodyPart();
        part.setText(text, "UTF-8", subtype);
        return part;
    }

    private static MimeMessage message(String subject, @Nullable String text) throws MessagingException {
        var settings = new Properties();
        settings.setProperty("mail.smtp.host", SERVER.host());
        settings.setProperty("mail.smtp.port", Integer.toString(SERVER.port()));
        settings.setProperty("mail.smtp.timeout", "2000");
        var message = new MimeMessage(Session.getInstance(settings));
        message.setFrom("gatehouse@example.com");
        message.setSubject(subject, "UTF-8");
        if (text != null) {
            message.setText(text, "UTF-8");
        }
        return message;
    }

    private static void send(MimeMessage message, String... recipients) throws MessagingException {
        message.saveChanges();
        var addresses = new Address[recipients.length];
        for (var i = 0; i < recipients.length; i++) {
            addresses[i] = new InternetAddress(recipients[i]);
        }
        Transport.send(message, addresses);
    }
}
