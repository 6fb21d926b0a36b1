package dev.gatehouse.app.adapter.smtp;

import dev.gatehouse.notification.model.Sender;
import dev.gatehouse.notification.port.DeliveryRefused;
import dev.gatehouse.notification.port.DeliveryUnavailable;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Properties;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLSocketFactory;
import org.eclipse.angus.mail.smtp.SMTPTransport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The server that takes our mail, in one conversation a mail, each with an end in sight. */
public final class SmtpServer {

    /** How the conversation is kept private. */
    public enum Encryption {
        /** Not at all. */
        NONE,
        /** From the first words on, which are in the clear; without it there is no conversation (RFC 3207). */
        STARTTLS,
        /** From the first byte (RFC 8314). */
        TLS
    }

    /** Fills in what a letter says. */
    interface Words {
        void write(Letter letter) throws MessagingException;
    }

    private static final Logger LOG = LoggerFactory.getLogger(SmtpServer.class);
    private static final String NON_ASCII_ADDRESSES = "SMTPUTF8";

    /**
     * Where the server is and who we are to it.
     *
     * @param user who signs in, by password; blank for nobody
     */
    public record Account(String host, int port, Encryption encryption, String user, String password) {

        @Override
        public String toString() {
            return "Account[" + host + ":" + port + "]";
        }
    }

    private final Account account;
    private final Sender sender;
    private final Duration patience;
    private final Clock clock;
    private final Properties properties = new Properties();

    /**
     * @param tls that knows whose certificates are to be believed
     * @param patience for all of a conversation
     */
    public SmtpServer(Account account, Sender sender, SSLSocketFactory tls, Duration patience, Clock clock) {
        this.account = account;
        this.sender = sender;
        this.patience = patience;
        this.clock = clock;
        set("host", account.host());
        set("port", account.port());
        set("auth", !account.user().isBlank());
        set("starttls.enable", account.encryption() == Encryption.STARTTLS);
        set("starttls.required", account.encryption() == Encryption.STARTTLS);
        set("ssl.enable", account.encryption() == Encryption.TLS);
        set("ssl.checkserveridentity", true);
        set("ssl.protocols", "TLSv1.3 TLSv1.2");
        properties.put("mail.smtp.ssl.socketFactory", tls);
        set("connectiontimeout", patience.toMillis());
        set("timeout", patience.toMillis());
        // Who says hello: the name of this machine may be unknown, and finding it out take long.
        set("localhost", sender.domain());
        // Once a mail was taken, the rest of the conversation is of no interest.
        set("quitwait", false);
    }

    private void set(String name, Object value) {
        properties.setProperty("mail.smtp." + name, value.toString());
    }

    /** Sends a letter to one mailbox, whatever its headers say. */
    void send(UUID id, String mailbox, Words words) {
        var conversation = new FutureTask<>(() -> {
            converse(id, mailbox, words);
            return true;
        });
        // Interrupting a virtual thread closes the socket that it waits for.
        Thread.ofVirtual().name("smtp").start(conversation);
        try {
            conversation.get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException late) {
            throw new DeliveryUnavailable("the mail server did not answer in time", late);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new DeliveryUnavailable("interrupted", stop);
        } catch (ExecutionException failed) {
            throw SmtpFailure.of(failed.getCause());
        } finally {
            conversation.cancel(true);
        }
    }

    private void converse(UUID id, String mailbox, Words words) throws MessagingException {
        boolean ascii = StandardCharsets.US_ASCII.newEncoder().canEncode(mailbox);
        Session session = session(ascii);
        var letter = new Letter(session, id, sender, mailbox, clock.instant());
        words.write(letter);
        letter.saveChanges();
        var transport = (SMTPTransport) session.getTransport("smtp");
        try {
            connect(transport);
            if (!ascii && !transport.supportsExtension(NON_ASCII_ADDRESSES)) {
                throw new DeliveryRefused("the mail server takes ASCII addresses only");
            }
            transport.sendMessage(letter, letter.getAllRecipients());
        } finally {
            close(transport);
        }
    }

    /** SMTPUTF8 is asked for only where it must be: not every server on the way to the recipient has it (RFC 6531). */
    private Session session(boolean ascii) {
        var own = new Properties();
        own.putAll(properties);
        own.setProperty("mail.mime.allowutf8", Boolean.toString(!ascii));
        return Session.getInstance(own);
    }

    private void connect(SMTPTransport transport) throws MessagingException {
        if (account.user().isBlank()) {
            transport.connect();
        } else {
            transport.connect(account.user(), account.password());
        }
    }

    /** What goes wrong after the last word changes nothing. */
    private static void close(SMTPTransport transport) {
        try {
            transport.close();
        } catch (MessagingException gone) {
            LOG.debug("the mail server hung up first", gone);
        }
    }
}
