package dev.gatehouse.app.wiring;

import dev.gatehouse.app.adapter.smtp.SmtpServer;
import dev.gatehouse.notification.model.Sender;
import io.micronaut.context.annotation.ConfigurationProperties;

/**
 * How mail and SMS go out, as {@code gatehouse.mail.*} in application.yml names it. Which provider counts,
 * {@link #CHOICE} says.
 *
 * @param from in whose name, as {@code Acme <no-reply@acme.example>}; blank where {@code sesFrom} says it
 * @param smtpUser who signs in; blank for nobody
 * @param smsGateway the domain of a gateway that takes SMS as mail; blank for none
 */
@ConfigurationProperties("gatehouse.mail")
record MailSettings(
        String from,
        String sesFrom,
        String smtpHost,
        int smtpPort,
        SmtpServer.Encryption smtpTls,
        String smtpUser,
        String smtpPassword,
        String smsGateway) {

    /** The property that holds one of {@link #SMTP}, {@link #SES}, or {@link #NONE}. */
    static final String CHOICE = "gatehouse.mail.provider";

    static final String NONE = "none";
    static final String SMTP = "smtp";
    static final String SES = "ses";

    Sender sender() {
        return Sender.of(from.isBlank() ? sesFrom : from);
    }

    SmtpServer.Account smtpAccount() {
        return new SmtpServer.Account(smtpHost, smtpPort, smtpTls, smtpUser, smtpPassword);
    }

    @Override
    public String toString() {
        return "MailSettings[…]";
    }
}
