package dev.gatehouse.app.adapter.hibp;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;

/** The range API of Pwned Passwords, as its documentation has it, with a few ranges. */
public final class RangeStub implements AutoCloseable {

    /** A question as it came. */
    record Asked(String path, String padding, String agent) {}

    private static final String OTHERS =
            "0018A45C4D1DEF81644B54AB7F969B88D65:3\r\n00D4F6E8FA6EECAD2A3AA415EEC418D38EC:0\r\n";

    private final Map<String, String> ranges = new ConcurrentHashMap<>();
    private final List<Asked> asked = new CopyOnWriteArrayList<>();
    private final CountDownLatch closed = new CountDownLatch(1);
    private final HttpServer server;
    private volatile int status = 200;
    private volatile boolean silent;

    public RangeStub() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
            server.createContext("/range/", this::receive);
            server.start();
        } catch (IOException occupied) {
            throw new UncheckedIOException(occupied);
        }
    }

    public URI ranges() {
        return URI.create("http://localhost:" + server.getAddress().getPort() + "/range/");
    }

    /** From now on a range has a line more. */
    public void put(String prefix, String line) {
        ranges.merge(prefix, line + "\r\n", String::concat);
    }

    void answering(int other) {
        status = other;
    }

    void silent() {
        silent = true;
    }

    List<Asked> asked() {
        return List.copyOf(asked);
    }

    private void receive(HttpExchange exchange) throws IOException {
        try (exchange) {
            asked.add(new Asked(
                    exchange.getRequestURI().toString(),
                    String.valueOf(exchange.getRequestHeaders().getFirst("Add-Padding")),
                    String.valueOf(exchange.getRequestHeaders().getFirst("User-Agent"))));
            if (silent) {
                closed.await();
            }
            String prefix = exchange.getRequestURI().getPath().substring("/range/".length());
            byte[] body = (OTHERS + ranges.getOrDefault(prefix, "")).getBytes(StandardCharsets.US_ASCII);
            exchange.sendResponseHeaders(status, body.length);
            exchange.getResponseBody().write(body);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        closed.countDown();
        server.stop(0);
    }
}
