package dev.gatehouse.app.journey;

import dev.gatehouse.app.adapter.smtp.TestMailServer;
import dev.gatehouse.events.Eventually;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.IOException;
import java.util.List;
import java.util.regex.Pattern;

/** The mails that a Gatehouse sends, told apart by their subjects, and the links in them. */
record MailedLinks(TestMailServer server) {

    static final String CONFIRM = "Welcome to Böll & Söhne: confirm your address";
    static final String CONFIRM_AGAIN = "Confirm your e-mail address";
    static final String RESET = "Reset your password";
    static final String CHANGED = "Your password was changed";
    static final String CHANGE_EMAIL = "Confirm your new e-mail address";
    static final String EMAIL_NOTICE = "Your account is to have another e-mail address";
    static final String EXISTS = "You have an account at Böll & Söhne already";

    private static final Pattern LINK = Pattern.compile("(http\\S+)#token=([A-Za-z0-9_-]{43})\\s");

    /** The token in the newest mail of a subject to an address, once there are so many. */
    String token(String mailbox, String subject, int mails) {
        return found(text(await(mailbox, subject, mails).getLast()), 2);
    }

    String token(String mailbox, String subject) {
        return token(mailbox, subject, 1);
    }

    /** The page that the link leads to, without what is behind the #. */
    String page(String mailbox, String subject) {
        return found(text(await(mailbox, subject, 1).getLast()), 1);
    }

    List<MimeMessage> await(String mailbox, String subject, int mails) {
        Eventually.holds(
                mails + " mails to " + mailbox + ": " + subject,
                () -> to(mailbox, subject).size() >= mails);
        return to(mailbox, subject);
    }

    List<MimeMessage> to(String mailbox, String subject) {
        return server.inbox(mailbox).stream()
                .filter(mail -> subject(mail).equals(subject))
                .toList();
    }

    private static String found(String text, int group) {
        var link = LINK.matcher(text);
        if (!link.find()) {
            throw new AssertionError("no link in: " + text);
        }
        return link.group(group);
    }

    private static String subject(MimeMessage mail) {
        try {
            return mail.getSubject();
        } catch (MessagingException broken) {
            throw new IllegalStateException(broken);
        }
    }

    private static String text(MimeMessage mail) {
        try {
            return (String) ((MimeMultipart) mail.getContent()).getBodyPart(0).getContent();
        } catch (MessagingException | IOException broken) {
            throw new IllegalStateException(broken);
        }
    }
}
