package dev.gatehouse.app.adapter.smtp;

import dev.gatehouse.notification.port.DeliveryDeferred;
import dev.gatehouse.notification.port.DeliveryRefused;
import dev.gatehouse.notification.port.DeliveryUnavailable;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import java.util.regex.Pattern;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.jspecify.annotations.Nullable;

/**
 * What a failed conversation means for the mail.
 *
 * <p>What the server says of the recipient or of the letter concerns this mail alone; whatever else goes wrong would go
 * wrong for every other. Its words are never repeated, since they name the recipient.
 */
final class SmtpFailure {

    /** The class, subject and detail of an answer (RFC 3463). */
    private static final Pattern STATUS = Pattern.compile("\\b[45]\\.(\\d{1,3})\\.\\d{1,3}\\b");

    /** The subject of a status that is about the server itself. */
    private static final String MAIL_SYSTEM = "3";

    private SmtpFailure() {}

    static RuntimeException of(@Nullable Throwable failure) {
        for (Throwable at = failure; at != null; at = next(at)) {
            switch (at) {
                case RuntimeException ours -> {
                    return ours;
                }
                case SMTPAddressFailedException recipient -> {
                    return answered(recipient.getReturnCode(), recipient.getMessage(), true);
                }
                case SMTPSendFailedException letter
                when isAboutTheLetter(letter) -> {
                    return answered(letter.getReturnCode(), letter.getMessage(), false);
                }
                case SMTPSendFailedException other -> {
                    return new DeliveryUnavailable("the mail server answers " + other.getReturnCode(), null);
                }
                case AuthenticationFailedException unknown -> {
                    return new DeliveryUnavailable("the mail server does not accept our user and password", unknown);
                }
                default -> {}
            }
        }
        return new DeliveryUnavailable("no conversation with the mail server", failure);
    }

    private static @Nullable Throwable next(Throwable failure) {
        return failure instanceof MessagingException messaging ? messaging.getNextException() : failure.getCause();
    }

    private static boolean isAboutTheLetter(SMTPSendFailedException failure) {
        return failure.getCommand().equals("DATA") || failure.getCommand().equals(".");
    }

    private static RuntimeException answered(int code, @Nullable String words, boolean toRecipient) {
        var status = STATUS.matcher(words == null ? "" : words);
        boolean known = status.find();
        String what = toRecipient ? "this recipient " : "this letter ";
        String reason = "the mail server answers " + what + code + (known ? " " + status.group() : "");
        if (code == 421 || code == 454 || code == 530) {
            return new DeliveryUnavailable(reason, null);
        }
        if (code >= 500) {
            return new DeliveryRefused(reason);
        }
        // Without a status, 450 and 451 at the recipient are about it, and 452 is a full disk.
        boolean isAboutTheServer =
                known ? status.group(1).equals(MAIL_SYSTEM) : !toRecipient || (code != 450 && code != 451);
        return isAboutTheServer ? new DeliveryUnavailable(reason, null) : new DeliveryDeferred(reason);
    }
}
