package dev.gatehouse.app.wiring;

import dev.gatehouse.app.adapter.pebble.PebbleMessageTemplates;
import dev.gatehouse.app.adapter.ses.SesEmailProvider;
import dev.gatehouse.app.adapter.smtp.SmtpEmailProvider;
import dev.gatehouse.app.adapter.smtp.SmtpServer;
import dev.gatehouse.app.adapter.smtp.SmtpSmsProvider;
import dev.gatehouse.app.adapter.sns.SnsSmsProvider;
import dev.gatehouse.audit.AuditLog;
import dev.gatehouse.identity.model.ContactHash;
import dev.gatehouse.notification.decorator.AuditedEmailProvider;
import dev.gatehouse.notification.decorator.AuditedSmsProvider;
import dev.gatehouse.notification.decorator.MessageAudit;
import dev.gatehouse.notification.model.Sender;
import dev.gatehouse.notification.port.IEmailProvider;
import dev.gatehouse.notification.port.ISmsProvider;
import dev.gatehouse.notification.port.MessageTemplates;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import javax.net.ssl.SSLSocketFactory;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.sesv2.SesV2Client;
import software.amazon.awssdk.services.sns.SnsClient;

/** Wires mail and SMS: with no provider nothing is sent, and no event waits for one. */
@Factory
final class MailFactory {

    /** Within the five seconds that a handler has. */
    private static final Duration PATIENCE = Duration.ofMillis(4_500);

    @Singleton
    Sender sender(MailSettings settings) {
        return settings.sender();
    }

    @Singleton
    MessageTemplates messageTemplates(Sender sender) {
        return new PebbleMessageTemplates(sender.name());
    }

    @Singleton
    SmtpServer smtpServer(MailSettings settings, Sender sender, Clock clock) {
        var trusting = (SSLSocketFactory) SSLSocketFactory.getDefault();
        return new SmtpServer(settings.smtpAccount(), sender, trusting, PATIENCE, clock);
    }

    @Singleton
    MessageAudit messageAudit(AuditLog log, ContactHash contacts) {
        return new MessageAudit(log, contacts);
    }

    @Singleton
    @Requires(property = MailSettings.CHOICE, value = MailSettings.SMTP)
    IEmailProvider smtpEmailProvider(SmtpServer server, MessageTemplates templates, MessageAudit audit) {
        return new AuditedEmailProvider(new SmtpEmailProvider(server, templates), audit);
    }

    @Singleton
    @Requires(property = MailSettings.CHOICE, value = MailSettings.SES)
    IEmailProvider sesEmailProvider(
            Region region,
            AwsCredentialsProvider credentials,
            MessageTemplates templates,
            Sender sender,
            MessageAudit audit) {
        var client = SesV2Client.builder()
                .region(region)
                .credentialsProvider(credentials)
                .httpClientBuilder(UrlConnectionHttpClient.builder()
                        .connectionTimeout(PATIENCE)
                        .socketTimeout(PATIENCE));
        return new AuditedEmailProvider(new SesEmailProvider(client, templates, sender, PATIENCE), audit);
    }

    @Singleton
    @Requires(property = "gatehouse.mail.sms-gateway", pattern = ".+")
    @Requires(property = SmsSettings.CHOICE, pattern = "|smtp")
    ISmsProvider smsProvider(SmtpServer server, MessageTemplates templates, MailSettings settings, MessageAudit audit) {
        return new AuditedSmsProvider(new SmtpSmsProvider(server, templates, settings.smsGateway()), audit);
    }

    @Singleton
    @Requires(property = SmsSettings.CHOICE, value = SmsSettings.SNS)
    ISmsProvider snsSmsProvider(
            Region region, AwsCredentialsProvider credentials, MessageTemplates templates, MessageAudit audit) {
        var client = SnsClient.builder()
                .region(region)
                .credentialsProvider(credentials)
                .httpClientBuilder(UrlConnectionHttpClient.builder()
                        .connectionTimeout(PATIENCE)
                        .socketTimeout(PATIENCE));
        return new AuditedSmsProvider(new SnsSmsProvider(client, templates, PATIENCE), audit);
    }
}
