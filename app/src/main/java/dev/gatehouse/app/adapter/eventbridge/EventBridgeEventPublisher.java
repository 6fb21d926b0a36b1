package dev.gatehouse.app.adapter.eventbridge;

import dev.gatehouse.events.Event;
import dev.gatehouse.events.EventFormat;
import dev.gatehouse.events.EventPublisher;
import dev.gatehouse.events.EventPublisherUnavailable;
import dev.gatehouse.events.Published;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.retry.RetryMode;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.services.eventbridge.EventBridgeClient;
import software.amazon.awssdk.services.eventbridge.EventBridgeClientBuilder;
import software.amazon.awssdk.services.eventbridge.model.PutEventsRequestEntry;
import software.amazon.awssdk.services.eventbridge.model.PutEventsResultEntry;

/**
 * Puts events on a bus of Amazon EventBridge: source {@code gatehouse}, detail type the event's type, detail the whole
 * event.
 *
 * <p>An entry may fail in an answer of 200 (PutEvents, {@code FailedEntryCount}); the SDK does not look. Refused is what
 * the API says is wrong with the entry itself; missing rights, throttling and faults are an outage.
 */
public final class EventBridgeEventPublisher implements EventPublisher, AutoCloseable {

    private static final String SOURCE = "gatehouse";
    private static final Duration CONNECT = Duration.ofSeconds(1);
    private static final Duration ANSWER = Duration.ofSeconds(2);

    private static final Set<String> REFUSALS = Set.of(
            "InvalidArgument",
            "MalformedDetail",
            "NotAuthorizedForDetailTypeException",
            "RedactionFailure",
            "ValidationException");

    private final EventBridgeClient client;
    private final String bus;
    private final EventFormat format;
    private final Duration patience;

    /**
     * @param builder knows where the service is and who we are
     * @param bus a name or an ARN
     * @param patience for one event, with the SDK's own retries
     */
    public EventBridgeEventPublisher(
            EventBridgeClientBuilder builder, String bus, EventFormat format, Duration patience) {
        this.client = builder.httpClientBuilder(UrlConnectionHttpClient.builder()
                        .connectionTimeout(CONNECT)
                        .socketTimeout(ANSWER))
                .overrideConfiguration(configuration ->
                        configuration.retryStrategy(RetryMode.STANDARD).apiCallTimeout(patience))
                .build();
        this.bus = bus;
        this.format = format;
        this.patience = patience;
    }

    @Override
    public Published publish(Event event) {
        var entry = PutEventsRequestEntry.builder()
                .eventBusName(bus)
                .source(SOURCE)
                .detailType(event.type())
                .time(event.occurredAt())
                .detail(new String(format.encode(event), StandardCharsets.UTF_8))
                .build();
        // Neither the look-up of a name nor that of credentials ends by the SDK's time-outs; an interrupt ends both.
        var call = new FutureTask<>(() -> client.putEvents(request -> request.entries(entry)));
        Thread.ofVirtual().name("eventbridge-publisher").start(call);
        try {
            return call.get(patience.toMillis(), TimeUnit.MILLISECONDS).entries().stream()
                    .findFirst()
                    .map(EventBridgeEventPublisher::verdict)
                    .orElseThrow(() -> new EventPublisherUnavailable("EventBridge: an answer without a result"));
        } catch (ExecutionException failed) {
            return verdict(code(failed.getCause()), failed);
        } catch (TimeoutException silent) {
            throw new EventPublisherUnavailable("EventBridge: no answer in time", silent);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new EventPublisherUnavailable("EventBridge: interrupted", stopped);
        } finally {
            call.cancel(true);
        }
    }

    @Override
    public void close() {
        client.close();
    }

    private static Published verdict(PutEventsResultEntry result) {
        return result.errorCode() == null ? new Published.Taken() : verdict(result.errorCode(), null);
    }

    private static Published verdict(String code, @Nullable Throwable cause) {
        if (REFUSALS.contains(code)) {
            return new Published.Refused("EventBridge: " + code);
        }
        throw new EventPublisherUnavailable("EventBridge: " + code, cause);
    }

    /** The code of an error that the API answered, or what kept it from answering. */
    private static String code(@Nullable Throwable failure) {
        return switch (failure) {
            case AwsServiceException told
            when told.awsErrorDetails() != null ->
                String.valueOf(told.awsErrorDetails().errorCode());
            case null -> "no reason";
            default -> failure.getClass().getSimpleName();
        };
    }
}
