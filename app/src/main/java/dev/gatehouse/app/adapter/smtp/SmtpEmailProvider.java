package dev.gatehouse.app.adapter.smtp;

import dev.gatehouse.notification.model.Content;
import dev.gatehouse.notification.model.Email;
import dev.gatehouse.notification.port.IEmailProvider;
import dev.gatehouse.notification.port.MessageTemplates;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMultipart;

/** Mail over SMTP, with the id of the mail in its Message-ID. */
public final class SmtpEmailProvider implements IEmailProvider {

    private final SmtpServer server;
    private final MessageTemplates templates;

    public SmtpEmailProvider(SmtpServer server, MessageTemplates templates) {
        this.server = server;
        this.templates = templates;
    }

    @Override
    public void send(Email email) {
        Content content = templates.compose(email);
        server.send(email.id(), email.to().mailbox(), letter -> {
            letter.setSubject(content.subject(), Letter.CHARSET);
            letter.setContentLanguage(new String[] {email.language().tag()});
            // The last part is the one that readers prefer (RFC 2046, section 5.1.4).
            letter.setContent(
                    new MimeMultipart("alternative", part(content.text(), "plain"), part(content.html(), "html")));
        });
    }

    private static MimeBodyPart part(String text, String subtype) throws MessagingException {
        var part = new MimeBodyPart();
        part.setText(text, Letter.CHARSET, subtype);
        return part;
    }
}
