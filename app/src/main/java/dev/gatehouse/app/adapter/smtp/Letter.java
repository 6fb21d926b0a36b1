package dev.gatehouse.app.adapter.smtp;

import dev.gatehouse.notification.model.Sender;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.UnsupportedEncodingException;
import java.time.Instant;
import java.util.Date;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A message in the form of RFC 5322, to one mailbox, with the headers that all of ours have. */
final class Letter extends MimeMessage {

    static final String CHARSET = "UTF-8";

    private final String messageId;

    Letter(Session session, UUID id, Sender sender, String mailbox, Instant now) throws MessagingException {
        super(session);
        this.messageId = "<" + id + "@" + sender.domain() + ">";
        setFrom(address(sender.address().mailbox(), sender.name()));
        setRecipient(Message.RecipientType.TO, address(mailbox, null));
        setSentDate(Date.from(now));
        // No reply, please, and no note that somebody is out of office (RFC 3834).
        setHeader("Auto-Submitted", "auto-generated");
    }

    /** An address is valid since it was made, and is not read once more as another grammar has it. */
    private static InternetAddress address(String mailbox, @Nullable String name) throws MessagingException {
        try {
            return new InternetAddress(mailbox, name, CHARSET);
        } catch (UnsupportedEncodingException impossible) {
            throw new MessagingException(CHARSET, impossible);
        }
    }

    /** Called when the message is finished; on its own it would make one up. */
    @Override
    protected void updateMessageID() throws MessagingException {
        setHeader("Message-ID", messageId);
    }
}
