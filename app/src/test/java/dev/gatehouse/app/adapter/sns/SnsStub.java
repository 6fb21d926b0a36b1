package dev.gatehouse.app.adapter.sns;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Takes what is published, as the API of Amazon SNS does (version 2010-03-31), or says why it does not. */
final class SnsStub implements AutoCloseable {

    private static final String TAKEN = """
            <PublishResponse xmlns="http://sns.amazonaws.com/doc/2010-03-31/">
              <PublishResult><MessageId>94f20ce6-13c5-43a0-9a9e-ca52d816e90b</MessageId></PublishResult>
              <ResponseMetadata><RequestId>f187a3c1-376f-11df-8963-01868b7c937a</RequestId></ResponseMetadata>
            </PublishResponse>
            """;

    private final HttpServer server;
    private final List<Map<String, String>> published = new CopyOnWriteArrayList<>();
    private final CountDownLatch closing = new CountDownLatch(1);
    private int status = 200;
    private String answer = TAKEN;

    SnsStub() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException noPort) {
            throw new UncheckedIOException(noPort);
        }
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::answer);
        server.start();
    }

    SnsStub failing(int with, String code, String words) {
        status = with;
        answer = """
            <ErrorResponse xmlns="http://sns.amazonaws.com/doc/2010-03-31/">
              <Error><Type>Sender</Type><Code>%s</Code><Message>%s</Message></Error>
              <RequestId>9dd01905-5012-5f99-8663-4b3ecd0dfaef</RequestId>
            </ErrorResponse>
            """.formatted(code, words);
        return this;
    }

    SnsStub hanging() {
        status = 0;
        return this;
    }

    URI uri() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    /** The parameters of every request, in their order. */
    List<Map<String, String>> published() {
        return published;
    }

    private void answer(HttpExchange exchange) throws IOException {
        var form = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        published.add(Stream.of(form.split("&", -1))
                .map(field -> field.split("=", 2))
                .collect(Collectors.toMap(SnsStub::name, SnsStub::value)));
        if (status == 0) {
            awaitClosing();
            return;
        }
        byte[] body = answer.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "text/xml");
        exchange.sendResponseHeaders(status, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    private static String name(String[] field) {
        return URLDecoder.decode(field[0], StandardCharsets.UTF_8);
    }

    private static String value(String[] field) {
        return URLDecoder.decode(field[1], StandardCharsets.UTF_8);
    }

    private void awaitClosing() {
        try {
            closing.await();
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        closing.countDown();
        server.stop(0);
    }
}
