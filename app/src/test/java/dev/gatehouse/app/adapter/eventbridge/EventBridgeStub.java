package dev.gatehouse.app.adapter.eventbridge;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.gatehouse.app.adapter.json.Envelopes;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** The part of EventBridge's API that is called PutEvents. It looks who asks and what, and answers as it is told to. */
final class EventBridgeStub implements AutoCloseable {

    private static final String SIGNATURE =
            "AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE/\\d{8}/eu-central-1/events/aws4_request, "
                    + "SignedHeaders=[\\w;-]*host[\\w;-]*, Signature=[0-9a-f]{64}";

    /** An answer; none at all where the status is 0. */
    record Answer(int status, String body) {

        static final Answer SILENCE = new Answer(0, "");

        static Answer failedEntry(String code) {
            return new Answer(
                    200,
                    "{\"FailedEntryCount\":1,\"Entries\":[{\"ErrorCode\":\"%s\",\"ErrorMessage\":\"told to\"}]}"
                            .formatted(code));
        }

        static Answer error(int status, String code) {
            return new Answer(
                    status, "{\"__type\":\"com.amazonaws.events#%s\",\"message\":\"told to\"}".formatted(code));
        }

        private static Answer taken() {
            return new Answer(
                    200, "{\"FailedEntryCount\":0,\"Entries\":[{\"EventId\":\"%s\"}]}".formatted(UUID.randomUUID()));
        }
    }

    private final List<JsonNode> taken = new CopyOnWriteArrayList<>();
    private final Queue<Answer> answers = new ConcurrentLinkedQueue<>();
    private final CountDownLatch closed = new CountDownLatch(1);
    private final AtomicInteger requests = new AtomicInteger();
    private HttpServer server = listen(0);

    private HttpServer listen(int port) {
        try {
            var listening = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
            listening.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
            listening.createContext("/", this::receive);
            listening.start();
            return listening;
        } catch (IOException occupied) {
            throw new UncheckedIOException(occupied);
        }
    }

    URI address() {
        return URI.create("http://localhost:" + server.getAddress().getPort());
    }

    void willAnswer(Answer... told) {
        answers.addAll(Arrays.asList(told));
    }

    /** The entries that were taken. */
    List<JsonNode> taken() {
        return taken;
    }

    int requests() {
        return requests.get();
    }

    void isUp(boolean up) {
        if (up) {
            server = listen(server.getAddress().getPort());
        } else {
            server.stop(0);
        }
    }

    private void receive(HttpExchange exchange) throws IOException {
        try (exchange) {
            requests.incrementAndGet();
            byte[] body = exchange.getRequestBody().readAllBytes();
            Answer told = answers.poll();
            if (!isPutEvents(exchange)) {
                answer(exchange, Answer.error(400, "UnknownOperationException"));
            } else if (told != null) {
                answer(exchange, told);
            } else {
                Envelopes.tree(body).get("Entries").forEach(taken::add);
                answer(exchange, Answer.taken());
            }
        } catch (InterruptedException over) {
            Thread.currentThread().interrupt();
        }
    }

    private static boolean isPutEvents(HttpExchange exchange) {
        var headers = exchange.getRequestHeaders();
        return exchange.getRequestMethod().equals("POST")
                && "AWSEvents.PutEvents".equals(headers.getFirst("X-Amz-Target"))
                && "application/x-amz-json-1.1".equals(headers.getFirst("Content-Type"))
                && String.valueOf(headers.getFirst("Authorization")).matches(SIGNATURE);
    }

    private void answer(HttpExchange exchange, Answer answer) throws IOException, InterruptedException {
        if (answer.equals(Answer.SILENCE)) {
            closed.await();
            return;
        }
        byte[] body = answer.body().getBytes(UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/x-amz-json-1.1");
        exchange.sendResponseHeaders(answer.status(), body.length);
        exchange.getResponseBody().write(body);
    }

    @Override
    public void close() {
        closed.countDown();
        server.stop(0);
    }
}
