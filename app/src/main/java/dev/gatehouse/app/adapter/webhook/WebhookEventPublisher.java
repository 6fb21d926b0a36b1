package dev.gatehouse.app.adapter.webhook;

import dev.gatehouse.events.Event;
import dev.gatehouse.events.EventFormat;
import dev.gatehouse.events.EventPublisher;
import dev.gatehouse.events.EventPublisherUnavailable;
import dev.gatehouse.events.Published;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.random.RandomGenerator;

/**
 * Posts events to one address that the operator set, signed as Standard Webhooks 1.0.0 has it; a redirect is not
 * followed.
 *
 * <p>2xx is taken; 413 and 422 say that this event will never be, and refuse it. Every other answer, 400, 401 and 404
 * too, speaks as likely of the receiver's configuration as of the event, and losing all events to a wrong secret would
 * be worse than waiting for one: the receiver counts as away. Where a moment may help, it is tried three times more.
 */
public final class WebhookEventPublisher implements EventPublisher, AutoCloseable {

    private static final int RETRIES = 3;
    private static final int NO_ANSWER = 0;
    private static final Duration FIRST_PAUSE = Duration.ofMillis(100);

    private final URI address;
    private final WebhookSecrets secrets;
    private final EventFormat format;
    private final Clock clock;
    private final RandomGenerator random;
    private final Duration patience;
    private final HttpClient http;

    /**
     * @param patience for all tries together; a try that is not answered uses up what is left of it
     */
    public WebhookEventPublisher(
            URI address,
            WebhookSecrets secrets,
            EventFormat format,
            Clock clock,
            RandomGenerator random,
            Duration patience) {
        this.address = address;
        this.secrets = secrets;
        this.format = format;
        this.clock = clock;
        this.random = random;
        this.patience = patience;
        this.http = HttpClient.newBuilder()
                .followRedirects(HttpClient.Redirect.NEVER)
                .version(HttpClient.Version.HTTP_1_1)
                .build();
    }

    @Override
    public Published publish(Event event) {
        byte[] body = format.encode(event);
        long deadline = System.nanoTime() + patience.toNanos();
        try {
            for (int retry = 0; ; retry++) {
                int status = post(event, body, deadline);
                if (status / 100 == 2) {
                    return new Published.Taken();
                }
                if (status == 413 || status == 422) {
                    return new Published.Refused("the webhook's receiver answered " + status);
                }
                long pause = jittered(FIRST_PAUSE.toNanos() << retry);
                if (retry == RETRIES || !mayMend(status) || System.nanoTime() + pause - deadline >= 0) {
                    throw new EventPublisherUnavailable(
                            status == NO_ANSWER
                                    ? "the webhook's receiver cannot be reached"
                                    : "the webhook's receiver answered " + status);
                }
                TimeUnit.NANOSECONDS.sleep(pause);
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new EventPublisherUnavailable("interrupted", stopped);
        }
    }

    /** The status of the answer, or {@link #NO_ANSWER}. */
    private int post(Event event, byte[] body, long deadline) throws InterruptedException {
        String id = event.id().toString();
        long timestamp = clock.instant().getEpochSecond();
        var request = HttpRequest.newBuilder(address)
                .header("Content-Type", "application/json")
                .header("User-Agent", "gatehouse")
                .header("webhook-id", id)
                .header("webhook-timestamp", Long.toString(timestamp))
                .header("webhook-signature", secrets.sign(id, timestamp, body))
                .POST(BodyPublishers.ofByteArray(body))
                .build();
        // The client's own time-outs count neither the look-up of the name nor the body of the answer.
        var answer = http.sendAsync(request, BodyHandlers.discarding());
        try {
            return answer.get(deadline - System.nanoTime(), TimeUnit.NANOSECONDS)
                    .statusCode();
        } catch (ExecutionException noConnection) {
            return NO_ANSWER;
        } catch (TimeoutException silent) {
            throw new EventPublisherUnavailable("the webhook's receiver gave no answer in time", silent);
        } finally {
            answer.cancel(true);
        }
    }

    /** Half of it to one and a half: senders that failed together do not come back together. */
    private long jittered(long nanos) {
        return nanos / 2 + random.nextLong(nanos);
    }

    private static boolean mayMend(int status) {
        return status == NO_ANSWER || status == 408 || status == 425 || status == 429 || status >= 500;
    }

    @Override
    public void close() {
        http.shutdownNow();
    }
}
