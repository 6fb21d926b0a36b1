package dev.gatehouse.devservices;

import com.icegreen.greenmail.imap.ImapHostManager;
import com.icegreen.greenmail.mail.MovingMessage;
import com.icegreen.greenmail.user.UserImpl;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import dev.gatehouse.devservices.mailbox.Mail;
import dev.gatehouse.devservices.mailbox.Mailbox;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An SMTP server on the loopback address that takes every mail from everybody and sends none on: they end in its
 * {@link Mailbox}.
 *
 * <p>Mails are kept in memory alone, over stops and starts of the server but not of the JVM.
 */
public final class MailServer extends ServerInside<MailServer> {

    private static final String SENDER = "Gatehouse <no-reply@gatehouse.localhost>";

    private @Nullable GreenMail smtp;

    /** A server on the port of the last start in this directory, or a free one. Nothing is touched before the start. */
    public MailServer(Path directory) {
        this(new Home("mail", directory));
    }

    private MailServer(Home home) {
        super(home, home.port());
    }

    @Override
    MailServer self() {
        return this;
    }

    @Override
    void launch() {
        var starting = new GreenMail(new ServerSetup(port(), host(), ServerSetup.PROTOCOL_SMTP));
        var users = starting.getUserManager();
        users.setMessageDeliveryHandler(
                (_, address) -> new Recipient(mailbox(), address.getEmail(), users.getImapHostManager()));
        starting.start();
        smtp = starting;
    }

    @Override
    void halt() {
        if (smtp != null) {
            smtp.stop();
            smtp = null;
        }
    }

    @Override
    void clear() throws IOException {
        super.clear();
        mailbox().clear();
    }

    /** The last is for the page that shows the mailbox. */
    @Override
    public Map<String, String> variables() {
        return Map.of(
                "GATEHOUSE_MAIL",
                "smtp",
                "GATEHOUSE_MAIL_FROM",
                SENDER,
                "SMTP_HOST",
                host(),
                "SMTP_PORT",
                Integer.toString(port()),
                "SMTP_TLS",
                "none",
                "GATEHOUSE_SMS_GATEWAY",
                Mail.SMS_GATEWAY,
                Mailbox.PROPERTY,
                Integer.toString(port()));
    }

    public Mailbox mailbox() {
        return Mailbox.at(port());
    }

    /** Puts what is delivered to him into the mailbox instead of GreenMail's own, which would grow without end. */
    private static final class Recipient extends UserImpl {

        private final Mailbox mailbox;

        Recipient(Mailbox mailbox, String address, ImapHostManager unused) {
            super(address, address, address, unused);
            this.mailbox = mailbox;
        }

        @Override
        public void deliver(MovingMessage mail) {
            mailbox.deliver(getEmail(), mail.getMessage());
        }
    }
}
