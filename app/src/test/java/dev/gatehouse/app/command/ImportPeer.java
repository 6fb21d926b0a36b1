package dev.gatehouse.app.command;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** The two endpoints that an import asks. */
final class ImportPeer implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpServer server;
    private final List<Integer> pages = new CopyOnWriteArrayList<>();
    private volatile int most = Integer.MAX_VALUE;
    private volatile boolean later;

    ImportPeer() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException noPort) {
            throw new UncheckedIOException(noPort);
        }
        server.createContext("/api/auth/login", exchange -> answer(exchange, 200, "{\"accessToken\":\"good\"}"));
        server.createContext("/api/admin/users/import", this::take);
        server.start();
    }

    String url() {
        return "http://localhost:" + server.getAddress().getPort() + "/";
    }

    /** How many rows each page had that was taken. */
    List<Integer> pages() {
        return pages;
    }

    /** From now on, after so many pages in all, it closes the connection without an answer. */
    void answerOnly(int number) {
        most = number;
    }

    /** The next page is answered with 429. */
    void answerLaterOnce() {
        later = true;
    }

    private void take(HttpExchange exchange) throws IOException {
        JsonNode users = JSON.readTree(exchange.getRequestBody()).get("users");
        if (!"Bearer good".equals(exchange.getRequestHeaders().getFirst("Authorization"))) {
            answer(exchange, 401, "{\"code\":\"unauthenticated\"}");
        } else if (later) {
            later = false;
            exchange.getResponseHeaders().add("Retry-After", "1");
            answer(exchange, 429, "{\"code\":\"rate-limited\"}");
        } else if (pages.size() >= most) {
            exchange.close();
        } else {
            pages.add(users.size());
            answer(exchange, 200, taken(users).toString());
        }
    }

    private static ObjectNode taken(JsonNode users) {
        ObjectNode answer = JSON.createObjectNode();
        var rows = answer.putArray("rows");
        int imported = 0;
        for (int row = 0; row < users.size(); row++) {
            ObjectNode body = rows.addObject().put("row", row);
            if (users.get(row).has("name")) {
                body.put("outcome", "imported");
                imported++;
            } else {
                body.put("outcome", "refused").putArray("errors").addObject().put("code", "required");
            }
        }
        return answer.put("imported", imported).put("present", 0).put("refused", users.size() - imported);
    }

    private static void answer(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
