package dev.gatehouse.app.adapter.smtp;

import dev.gatehouse.app.adapter.pebble.PebbleMessageTemplates;
import dev.gatehouse.identity.model.PhoneNumber;
import dev.gatehouse.notification.port.ISmsProvider;
import dev.gatehouse.notification.port.ISmsProviderContract;
import dev.gatehouse.notification.port.MessageTemplates;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;

final class SmtpSmsProviderIT implements ISmsProviderContract {

    private static final String GATEWAY = "sms.example";
    private static final TestMailServer SERVER = new TestMailServer();

    private final ScriptedSmtpServer refusing =
            new ScriptedSmtpServer().answering("RCPT", "550 5.1.1 <+41790000000@sms.example>: no such number");
    private final MessageTemplates templates = new PebbleMessageTemplates("Acme");

    @AfterAll
    static void stop() {
        SERVER.close();
    }

    @AfterEach
    void close() {
        refusing.close();
    }

    @Override
    public ISmsProvider provider() {
        return new SmtpSmsProvider(SmtpServers.at(SERVER.port()), templates, GATEWAY);
    }

    @Override
    public ISmsProvider unreachable() {
        return new SmtpSmsProvider(SmtpServers.nowhere(), templates, GATEWAY);
    }

    @Override
    public ISmsProvider refusing() {
        return new SmtpSmsProvider(SmtpServers.at(refusing.port()), templates, GATEWAY);
    }

    @Override
    public MessageTemplates templates() {
        return templates;
    }

    @Override
    public List<Received> received(PhoneNumber number) {
        return SERVER.inbox(number.value() + "@" + GATEWAY).stream()
                .map(SmtpSmsProviderIT::read)
                .toList();
    }

    private static Received read(MimeMessage message) {
        try {
            return new Received(
                    UUID.fromString(TestMailServer.id(message)),
                    message.getContent().toString().strip());
        } catch (MessagingException failed) {
            throw new IllegalStateException(failed);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
