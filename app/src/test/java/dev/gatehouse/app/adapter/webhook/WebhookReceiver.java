package dev.gatehouse.app.adapter.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.gatehouse.app.adapter.json.Envelopes;
import dev.gatehouse.events.Event;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Another system's end of a webhook: it looks at the signature, and answers as it is told to. */
public final class WebhookReceiver implements AutoCloseable {

    /** Answers that are no status. */
    static final int SILENCE = -1;

    static final int ENDLESS = -2;

    /** One request that came in, whatever was answered. */
    public record Request(String method, String id, long timestamp, String contentType, String body) {}

    private final byte[] secret;
    private final List<Request> requests = new CopyOnWriteArrayList<>();
    private final List<Event> taken = new CopyOnWriteArrayList<>();
    private final Queue<Integer> answers = new ConcurrentLinkedQueue<>();
    private final CountDownLatch closed = new CountDownLatch(1);
    private HttpServer server;

    /**
     * @param secret as both sides write it, with whsec_
     */
    public WebhookReceiver(String secret) {
        this.secret = Base64.getDecoder().decode(secret.substring("whsec_".length()));
        this.server = listen(0);
    }

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

    public URI address() {
        return URI.create("http://localhost:" + server.getAddress().getPort() + "/hooks?from=gatehouse");
    }

    /** What to answer to the next requests; after that, 200 if the signature is right, and else 401. */
    public void willAnswer(Integer... statuses) {
        answers.addAll(Arrays.asList(statuses));
    }

    public List<Event> taken() {
        return taken;
    }

    List<Request> requests() {
        return requests;
    }

    public void isUp(boolean up) {
        if (up) {
            server = listen(server.getAddress().getPort());
        } else {
            server.stop(0);
        }
    }

    private void receive(HttpExchange exchange) throws IOException {
        try (exchange) {
            var headers = exchange.getRequestHeaders();
            byte[] body = exchange.getRequestBody().readAllBytes();
            String id = String.valueOf(headers.getFirst("webhook-id"));
            String timestamp = String.valueOf(headers.getFirst("webhook-timestamp"));
            requests.add(new Request(
                    exchange.getRequestMethod(),
                    id,
                    Long.parseLong(timestamp),
                    String.valueOf(headers.getFirst("Content-Type")),
                    new String(body, UTF_8)));
            Integer told = answers.poll();
            boolean signed = List.of(String.valueOf(headers.getFirst("webhook-signature"))
                            .split(" ", -1))
                    .contains("v1," + signature(id, timestamp, body));
            int status = told != null ? told : signed ? 200 : 401;
            if (status == 200) {
                taken.add(Envelopes.read(body));
            }
            answer(exchange, status);
        } catch (InterruptedException over) {
            Thread.currentThread().interrupt();
        }
    }

    private void answer(HttpExchange exchange, int status) throws IOException, InterruptedException {
        if (status == SILENCE) {
            closed.await();
        } else if (status == ENDLESS) {
            exchange.sendResponseHeaders(200, 0);
            exchange.getResponseBody().write(' ');
            exchange.getResponseBody().flush();
            closed.await();
        } else {
            exchange.getResponseHeaders().set("Location", "/elsewhere");
            exchange.sendResponseHeaders(status, -1);
        }
    }

    private String signature(String id, String timestamp, byte[] body) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret, "HmacSHA256"));
            mac.update((id + "." + timestamp + ".").getBytes(UTF_8));
            return Base64.getEncoder().encodeToString(mac.doFinal(body));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    @Override
    public void close() {
        closed.countDown();
        server.stop(0);
    }
}
