package dev.gatehouse.app.journey;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** The API as a client meets it. */
final class Api {

    static final String PASSWORD = "correct horse battery";

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final HttpClient CLIENT = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();

    private final int port;

    Api(int port) {
        this.port = port;
    }

    /** An answer: its status, headers, and body as JSON if it is. */
    record Answer(int status, Map<String, String> headers, String text) {

        JsonNode body() {
            try {
                return text.isEmpty() ? MissingNode.getInstance() : JSON.readTree(text);
            } catch (IOException notJson) {
                throw new UncheckedIOException(text, notJson);
            }
        }

        /** The text at a JSON pointer. */
        String at(String pointer) {
            return body().at(pointer).asText();
        }

        String code() {
            return at("/code");
        }

        Optional<String> header(String name) {
            return Optional.ofNullable(headers.get(name.toLowerCase(java.util.Locale.ROOT)));
        }
    }

    /** A user that was registered, with the tokens of that. */
    record Account(String email, Answer registered) {

        String accessToken() {
            return registered.at("/accessToken");
        }

        String refreshToken() {
            return registered.at("/refreshToken");
        }
    }

    static String freshEmail() {
        return "user-" + UUID.randomUUID() + "@example.com";
    }

    Account register() {
        String email = freshEmail();
        Answer answer = register(email);
        if (answer.status() != 201) {
            throw new AssertionError("not registered: " + answer);
        }
        return new Account(email, answer);
    }

    Answer register(String email) {
        return post(
                "/api/auth/register",
                "{\"email\":\"%s\",\"password\":\"%s\",\"name\":\"Ada Lovelace\"}".formatted(email, PASSWORD));
    }

    Answer logIn(String email, String password) {
        return post("/api/auth/login", "{\"email\":\"%s\",\"password\":\"%s\"}".formatted(email, password));
    }

    Answer refresh(String refreshToken, String... headers) {
        return post("/api/auth/refresh", "{\"refreshToken\":\"%s\"}".formatted(refreshToken), headers);
    }

    Answer profile(String accessToken) {
        return get("/api/auth/profile", "Authorization", "Bearer " + accessToken);
    }

    Answer logOut(String accessToken) {
        return send(request("/api/auth/logout", "Authorization", "Bearer " + accessToken)
                .POST(BodyPublishers.noBody()));
    }

    Answer sessions(String accessToken) {
        return get("/api/auth/sessions", "Authorization", "Bearer " + accessToken);
    }

    Answer endSession(String id, String accessToken) {
        return send(request("/api/auth/sessions/" + id, "Authorization", "Bearer " + accessToken)
                .DELETE());
    }

    Answer get(String path, String... headers) {
        return send(request(path, headers).GET());
    }

    Answer post(String path, String json, String... headers) {
        return send(request(path, headers)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(json)));
    }

    Answer put(String path, String json, String... headers) {
        return send(request(path, headers)
                .header("Content-Type", "application/json")
                .PUT(BodyPublishers.ofString(json)));
    }

    HttpRequest.Builder request(String path, String... headers) {
        var builder = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                .timeout(Duration.ofSeconds(20));
        return headers.length == 0 ? builder : builder.headers(headers);
    }

    Answer send(HttpRequest.Builder request) {
        try {
            var response = CLIENT.send(request.build(), BodyHandlers.ofString());
            var headers = new java.util.HashMap<String, String>();
            response.headers()
                    .map()
                    .forEach((name, values) ->
                            headers.put(name.toLowerCase(java.util.Locale.ROOT), String.join(", ", values)));
            return new Answer(response.statusCode(), headers, response.body());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stop);
        }
    }

    int port() {
        return port;
    }
}
