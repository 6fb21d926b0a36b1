package dev.gatehouse.app.adapter.smtp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.app.adapter.pebble.PebbleMessageTemplates;
import dev.gatehouse.identity.model.EmailAddress;
import dev.gatehouse.identity.model.PersonName;
import dev.gatehouse.notification.model.Content;
import dev.gatehouse.notification.model.Language;
import dev.gatehouse.notification.port.IEmailProvider;
import dev.gatehouse.notification.port.IEmailProviderContract;
import dev.gatehouse.notification.port.MessageTemplates;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class SmtpEmailProviderIT implements IEmailProviderContract {

    private static final TestMailServer SERVER = new TestMailServer();

    private final ScriptedSmtpServer refusing =
            new ScriptedSmtpServer().answering("RCPT", "550 5.1.1 <ada@example.com>: no such mailbox");
    private final MessageTemplates templates = new PebbleMessageTemplates(SENDER.name());

    @AfterAll
    static void stop() {
        SERVER.close();
    }

    @AfterEach
    void close() {
        refusing.close();
    }

    @Override
    public IEmailProvider provider() {
        return new SmtpEmailProvider(SmtpServers.at(SERVER.port()), templates);
    }

    @Override
    public IEmailProvider unreachable() {
        return new SmtpEmailProvider(SmtpServers.nowhere(), templates);
    }

    @Override
    public IEmailProvider refusing() {
        return new SmtpEmailProvider(SmtpServers.at(refusing.port()), templates);
    }

    @Override
    public MessageTemplates templates() {
        return templates;
    }

    @Override
    public List<Received> received(String mailbox) {
        return SERVER.inbox(mailbox).stream().map(SmtpEmailProviderIT::read).toList();
    }

    private static Received read(MimeMessage message) {
        try {
            var from = (InternetAddress) message.getFrom()[0];
            var parts = (MimeMultipart) message.getContent();
            assertThat(parts.getContentType()).startsWith("multipart/alternative");
            assertThat(parts.getCount()).isEqualTo(2);
            assertThat(parts.getBodyPart(0).getContentType()).isEqualTo("text/plain; charset=UTF-8");
            assertThat(parts.getBodyPart(1).getContentType()).isEqualTo("text/html; charset=UTF-8");
            return new Received(
                    UUID.fromString(TestMailServer.id(message)),
                    from.getPersonal() + " <" + from.getAddress() + ">",
                    Stream.of(message.getAllRecipients()).map(Object::toString).toList(),
                    new Content(
                            message.getSubject(), (String) parts.getBodyPart(0).getContent(), (String)
                                    parts.getBodyPart(1).getContent()));
        } catch (MessagingException failed) {
            throw new IllegalStateException(failed);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    @Test
    void aMailSaysThatItWasSentByAMachineWhenAndInWhatLanguage() throws MessagingException {
        var to = EmailAddress.of("ada." + UUID.randomUUID() + "@example.com");

        provider().sendWelcomeEmail(UUID.randomUUID(), to, PersonName.of("Ada"), Language.DE);

        MimeMessage message = SERVER.inbox(to.mailbox()).getFirst();
        assertThat(message.getHeader("Auto-Submitted")).containsExactly("auto-generated");
        assertThat(message.getContentLanguage()).containsExactly("de");
        assertThat(message.getSentDate()).isNotNull();
    }
}
