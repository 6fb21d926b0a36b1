package dev.gatehouse.devservices.mailbox;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** The last {@value #CAPACITY} mails that one mail server of this JVM has received, in memory. */
public final class Mailbox {

    /** The port of the mail server whose mailbox the page shows; without this property there is no page. */
    public static final String PROPERTY = "gatehouse.dev-mailbox";

    static final int CAPACITY = 500;

    private static final Map<Integer, Mailbox> BY_PORT = new ConcurrentHashMap<>();
    private static final String AT_GATEWAY = "@" + Mail.SMS_GATEWAY;

    private final ArrayDeque<Mail> newestFirst = new ArrayDeque<>();
    private long received;

    private Mailbox() {}

    /** The mailbox of the mail server on this port. */
    public static Mailbox at(int port) {
        return BY_PORT.computeIfAbsent(port, _ -> new Mailbox());
    }

    public void deliver(String recipient, MimeMessage message) {
        try {
            var parts = MimeParts.of(message);
            var sms = recipient.endsWith(AT_GATEWAY);
            var to = sms ? recipient.substring(0, recipient.length() - AT_GATEWAY.length()) : recipient;
            add(sms, to, Objects.requireNonNullElse(message.getHeader("From", ", "), ""), message.getSubject(), parts);
        } catch (MessagingException e) {
            throw new IllegalArgumentException("not a mail", e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** All of them, the newest first. */
    public synchronized List<Mail> all() {
        return List.copyOf(newestFirst);
    }

    public Optional<Mail> find(long id) {
        return all().stream().filter(mail -> mail.id() == id).findFirst();
    }

    /** Those to one address or number, the newest first. */
    public List<Mail> to(String recipient) {
        return all().stream()
                .filter(mail -> mail.to().equalsIgnoreCase(recipient))
                .toList();
    }

    /** Waits until there are so many to one address or number; fewer if the time passed first. */
    public synchronized List<Mail> await(String recipient, int count, Duration limit) throws InterruptedException {
        var deadline = System.nanoTime() + limit.toNanos();
        for (var left = limit.toNanos();
                to(recipient).size() < count && left > 0;
                left = deadline - System.nanoTime()) {
            TimeUnit.NANOSECONDS.timedWait(this, left);
        }
        return to(recipient);
    }

    public synchronized void clear() {
        newestFirst.clear();
    }

    private synchronized void add(boolean sms, String to, String from, @Nullable String subject, MimeParts parts) {
        newestFirst.addFirst(new Mail(
                ++received,
                sms,
                to,
                from,
                Objects.requireNonNullElse(subject, ""),
                Instant.now(),
                parts.text(),
                parts.html()));
        if (newestFirst.size() > CAPACITY) {
            newestFirst.removeLast();
        }
        notifyAll();
    }
}
