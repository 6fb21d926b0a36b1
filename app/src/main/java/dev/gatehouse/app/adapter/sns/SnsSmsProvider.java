package dev.gatehouse.app.adapter.sns;

import dev.gatehouse.notification.model.Sms;
import dev.gatehouse.notification.port.DeliveryRefused;
import dev.gatehouse.notification.port.DeliveryUnavailable;
import dev.gatehouse.notification.port.ISmsProvider;
import dev.gatehouse.notification.port.MessageTemplates;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.sns.SnsClientBuilder;
import software.amazon.awssdk.services.sns.model.InvalidParameterException;
import software.amazon.awssdk.services.sns.model.InvalidParameterValueException;
import software.amazon.awssdk.services.sns.model.MessageAttributeValue;
import software.amazon.awssdk.services.sns.model.PublishRequest;

/**
 * SMS over {@code Publish} of Amazon SNS, straight to a number, as transactional messages.
 *
 * <p>What SNS says of a parameter is about the number, which is all that differs from message to message, and is this
 * message's end; all else concerns all of them. The id of the message is an attribute, which is not delivered.
 */
public final class SnsSmsProvider implements ISmsProvider {

    static final String ID_ATTRIBUTE = "gatehouse-id";

    private final SnsClient client;
    private final MessageTemplates templates;
    private final Duration patience;

    /**
     * @param client is finished here: it does not retry, since that would send twice what was taken, and the outbox does
     * @param patience for one message
     */
    public SnsSmsProvider(SnsClientBuilder client, MessageTemplates templates, Duration patience) {
        this.client = client.overrideConfiguration(override -> override.retryStrategy(AwsRetryStrategy.doNotRetry()))
                .build();
        this.templates = templates;
        this.patience = patience;
    }

    @Override
    public void send(Sms sms) {
        PublishRequest request = PublishRequest.builder()
                .phoneNumber(sms.to().value())
                .message(templates.compose(sms))
                .messageAttributes(Map.of(
                        "AWS.SNS.SMS.SMSType",
                        text("Transactional"),
                        ID_ATTRIBUTE,
                        text(sms.id().toString())))
                .build();
        // Neither the look-up of a name nor that of credentials ends by the SDK's time-outs; an interrupt ends both.
        var call = new FutureTask<>(() -> client.publish(request));
        Thread.ofVirtual().name("sns").start(call);
        try {
            call.get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException late) {
            throw new DeliveryUnavailable("SNS did not answer in time", late);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new DeliveryUnavailable("interrupted", stop);
        } catch (ExecutionException failed) {
            throw failure(failed.getCause());
        } finally {
            call.cancel(true);
        }
    }

    private static MessageAttributeValue text(String value) {
        return MessageAttributeValue.builder()
                .dataType("String")
                .stringValue(value)
                .build();
    }

    /** What SNS says is not repeated, since it may name the recipient. */
    private static RuntimeException failure(@Nullable Throwable failure) {
        return switch (failure) {
            case InvalidParameterException invalid -> new DeliveryRefused("SNS: " + code(invalid));
            case InvalidParameterValueException invalid -> new DeliveryRefused("SNS: " + code(invalid));
            case AwsServiceException service -> new DeliveryUnavailable("SNS: " + code(service), null);
            case null, default -> new DeliveryUnavailable("SNS cannot be reached", failure);
        };
    }

    private static String code(AwsServiceException failure) {
        return failure.statusCode() + " " + failure.getClass().getSimpleName();
    }
}
