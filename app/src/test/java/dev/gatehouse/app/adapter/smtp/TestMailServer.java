package dev.gatehouse.app.adapter.smtp;

import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.util.List;
import java.util.stream.Stream;

/** A real SMTP server, and the mailboxes of all its recipients. */
public final class TestMailServer implements AutoCloseable {

    private final GreenMail greenMail;

    public TestMailServer() {
        this(0);
    }

    /**
     * @param port 0 for a free one
     */
    public TestMailServer(int port) {
        this.greenMail = new GreenMail(new ServerSetup(port, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        greenMail.start();
    }

    public int port() {
        return greenMail.getSmtp().getPort();
    }

    /** What arrived in a mailbox, by the envelope, whatever the headers say. */
    public List<MimeMessage> inbox(String mailbox) {
        GreenMailUser user = greenMail.getUserManager().getUserByEmail(mailbox);
        return user == null
                ? List.of()
                : greenMail
                        .findReceivedMessages(found -> found.equals(user), message -> true)
                        .toList();
    }

    public List<MimeMessage> received() {
        return List.of(greenMail.getReceivedMessages());
    }

    /** The id in a Message-ID. */
    public static String id(Message message) throws MessagingException {
        return Stream.of(message.getHeader("Message-ID"))
                .map(id -> id.replaceFirst("^<([^@]+)@.*>$", "$1"))
                .findFirst()
                .orElseThrow();
    }

    @Override
    public void close() {
        greenMail.stop();
    }
}
