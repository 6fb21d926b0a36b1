package dev.gatehouse.app.adapter.ses;

import dev.gatehouse.notification.model.Content;
import dev.gatehouse.notification.model.Email;
import dev.gatehouse.notification.model.Sender;
import dev.gatehouse.notification.port.DeliveryRefused;
import dev.gatehouse.notification.port.DeliveryUnavailable;
import dev.gatehouse.notification.port.IEmailProvider;
import dev.gatehouse.notification.port.MessageTemplates;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.services.sesv2.SesV2Client;
import software.amazon.awssdk.services.sesv2.SesV2ClientBuilder;
import software.amazon.awssdk.services.sesv2.model.BadRequestException;
import software.amazon.awssdk.services.sesv2.model.Message;
import software.amazon.awssdk.services.sesv2.model.MessageHeader;
import software.amazon.awssdk.services.sesv2.model.MessageRejectedException;
import software.amazon.awssdk.services.sesv2.model.MessageTag;
import software.amazon.awssdk.services.sesv2.model.SendEmailRequest;

/**
 * Mail over version 2 of the API of Amazon SES, which makes a Message-ID of its own: the id of the mail is in a header
 * and in a tag.
 *
 * <p>What SES says of the mail is its end; what it says of the account, the sender or itself concerns all mails, and
 * ends none.
 */
public final class SesEmailProvider implements IEmailProvider {

    static final String ID_HEADER = "X-Gatehouse-Id";

    private final SesV2Client client;
    private final MessageTemplates templates;
    private final Sender sender;
    private final Duration patience;

    /**
     * @param client is finished here: it does not retry, since that would send twice what was taken, and the outbox does
     * @param patience for one mail
     */
    public SesEmailProvider(SesV2ClientBuilder client, MessageTemplates templates, Sender sender, Duration patience) {
        this.client = client.overrideConfiguration(override -> override.retryStrategy(AwsRetryStrategy.doNotRetry()))
                .build();
        this.templates = templates;
        this.sender = sender;
        this.patience = patience;
    }

    @Override
    public void send(Email email) {
        SendEmailRequest request = request(email, templates.compose(email));
        // Neither the look-up of a name nor that of credentials ends by the SDK's time-outs; an interrupt ends both.
        var call = new FutureTask<>(() -> client.sendEmail(request));
        Thread.ofVirtual().name("ses").start(call);
        try {
            call.get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException late) {
            throw new DeliveryUnavailable("SES did not answer in time", late);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new DeliveryUnavailable("interrupted", stop);
        } catch (ExecutionException failed) {
            throw failure(failed.getCause());
        } finally {
            call.cancel(true);
        }
    }

    private SendEmailRequest request(Email email, Content content) {
        String id = email.id().toString();
        var message = Message.builder()
                .subject(words(content.subject()))
                .body(body -> body.text(words(content.text())).html(words(content.html())))
                // No reply, please, and no note that somebody is out of office (RFC 3834).
                .headers(header(ID_HEADER, id), header("Auto-Submitted", "auto-generated"))
                .build();
        return SendEmailRequest.builder()
                .fromEmailAddress(
                        EncodedName.of(sender.name()) + " <" + sender.address().mailbox() + ">")
                .destination(destination -> destination.toAddresses(email.to().mailbox()))
                .content(carried -> carried.simple(message))
                .emailTags(MessageTag.builder().name("gatehouse-id").value(id).build())
                .build();
    }

    private static software.amazon.awssdk.services.sesv2.model.Content words(String text) {
        return software.amazon.awssdk.services.sesv2.model.Content.builder()
                .charset("UTF-8")
                .data(text)
                .build();
    }

    private static MessageHeader header(String name, String value) {
        return MessageHeader.builder().name(name).value(value).build();
    }

    /** What SES says is not repeated, since it may name the recipient. */
    private RuntimeException failure(@Nullable Throwable failure) {
        return switch (failure) {
            case MessageRejectedException rejected
            when isAboutUs(rejected) -> new DeliveryUnavailable("SES has not verified the sender", null);
            case MessageRejectedException rejected -> new DeliveryRefused("SES: " + code(rejected));
            case BadRequestException bad -> new DeliveryRefused("SES: " + code(bad));
            case AwsServiceException service -> new DeliveryUnavailable("SES: " + code(service), null);
            case null, default -> new DeliveryUnavailable("SES cannot be reached", failure);
        };
    }

    /** A sender that is not verified is told in the words of a rejection, with those whom it concerns. */
    private boolean isAboutUs(MessageRejectedException rejected) {
        String words = String.valueOf(rejected.getMessage());
        return words.contains("not verified") && words.contains(sender.domain());
    }

    private static String code(AwsServiceException failure) {
        return failure.statusCode() + " " + failure.getClass().getSimpleName();
    }
}
