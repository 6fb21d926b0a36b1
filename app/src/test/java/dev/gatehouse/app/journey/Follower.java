package dev.gatehouse.app.journey;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** A client that follows its user's notifications, on a connection of its own. */
final class Follower implements AutoCloseable {

    private static final String PATH = "/api/auth/notifications";

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final HttpResponse<InputStream> response;
    private final BlockingQueue<List<String>> comments = new LinkedBlockingQueue<>();
    private final BlockingQueue<List<String>> events = new LinkedBlockingQueue<>();
    private final CountDownLatch end = new CountDownLatch(1);

    /** Follows; returns once the stream is open. */
    Follower(Api api, String accessToken) {
        var request = api.request(PATH, "Authorization", "Bearer " + accessToken, "Accept", "text/event-stream");
        try {
            response = client.send(request.build(), BodyHandlers.ofInputStream());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stop);
        }
        Thread.ofVirtual().start(this::read);
    }

    int status() {
        return response.statusCode();
    }

    String header(String name) {
        return response.headers().firstValue(name).orElse("");
    }

    /** The lines of the next event; fails when none comes. */
    List<String> event() {
        return next(events);
    }

    /** The lines of the next comment; fails when none comes. */
    List<String> comment() {
        return next(comments);
    }

    /** Whether the stream ends within ten seconds. */
    boolean ends() {
        try {
            return end.await(10, TimeUnit.SECONDS);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    boolean hasEnded() {
        return end.getCount() == 0;
    }

    /** Goes away without a word. */
    @Override
    public void close() {
        client.shutdownNow();
    }

    private static List<String> next(BlockingQueue<List<String>> queue) {
        try {
            List<String> next = queue.poll(10, TimeUnit.SECONDS);
            if (next == null) {
                throw new AssertionError("nothing came for 10 s");
            }
            return next;
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new AssertionError(stop);
        }
    }

    private void read() {
        var lines = new ArrayList<String>();
        try (var text = new BufferedReader(new InputStreamReader(response.body(), StandardCharsets.UTF_8))) {
            for (String line = text.readLine(); line != null; line = text.readLine()) {
                if (!line.isEmpty()) {
                    lines.add(line);
                } else if (!lines.isEmpty()) {
                    (lines.getFirst().startsWith(":") ? comments : events).add(List.copyOf(lines));
                    lines.clear();
                }
            }
        } catch (IOException closed) {
            // By one side or the other: either way this is the end.
        } finally {
            end.countDown();
        }
    }
}
