package dev.gatehouse.app.journey;

import dev.gatehouse.devservices.MailServer;
import dev.gatehouse.devservices.mailbox.Mail;
import java.time.Duration;
import java.util.List;

/** A mail server, and what has arrived there. */
record TestMail(MailServer server) implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(15);

    private static final class Shared {
        static final TestMail MAIL = fresh("journey");

        static {
            Runtime.getRuntime().addShutdownHook(new Thread(MAIL::close));
        }
    }

    /** The one that all journeys of this JVM share which only read what was sent to addresses of their own. */
    static TestMail shared() {
        return Shared.MAIL;
    }

    static TestMail fresh(String name) {
        return new TestMail(new MailServer(Gatehouse.SERVERS.resolve(name).resolve("mail"))
                .wipe()
                .start());
    }

    /** The newest mail to an address, or SMS to a number, as soon as there is one. */
    Mail latestTo(String recipient) {
        return allTo(recipient, 1).getFirst();
    }

    /** Those to an address or number, the newest first, as soon as there are so many. */
    List<Mail> allTo(String recipient, int atLeast) {
        try {
            var mails = server.mailbox().await(recipient, atLeast, PATIENCE);
            if (mails.size() < atLeast) {
                throw new AssertionError("%d of %d mails arrived at %s".formatted(mails.size(), atLeast, recipient));
            }
            return mails;
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stop);
        }
    }

    @Override
    public void close() {
        server.close();
    }
}
