package dev.gatehouse.app.command;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.function.UnaryOperator;

/** An administrator, as the API meets them: waits when it is told to, and signs in again when a token has run out. */
final class ImportClient {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final int MOST_TRIES = 20;
    private static final long LONGEST_WAIT = 120;

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
    private final URI url;
    private final UnaryOperator<String> variables;
    private String token;

    /**
     * @param variables of the environment, by their names
     */
    ImportClient(URI url, UnaryOperator<String> variables) {
        this.url = url;
        this.variables = variables;
        this.token = variables.apply("GATEHOUSE_TOKEN");
    }

    /** Makes sure that there is a token. */
    void signIn() {
        if (token.isBlank()) {
            logIn();
        }
    }

    /** Sends a page until it is taken, and returns what became of it. */
    JsonNode take(String page) {
        HttpResponse<String> answer = patient("/api/admin/users/import", page);
        if (answer.statusCode() == 401) {
            logIn();
            answer = patient("/api/admin/users/import", page);
        }
        return demandOk(answer);
    }

    private void logIn() {
        String email = variables.apply("GATEHOUSE_ADMIN_EMAIL");
        String password = variables.apply("GATEHOUSE_ADMIN_PASSWORD");
        if (email.isBlank() || password.isBlank()) {
            throw new CommandFailed("Who imports is an administrator: set GATEHOUSE_ADMIN_EMAIL and"
                    + " GATEHOUSE_ADMIN_PASSWORD, or GATEHOUSE_TOKEN to a token that has not run out.");
        }
        token = "";
        var body = JSON.createObjectNode().put("email", email).put("password", password);
        token = demandOk(patient("/api/auth/login", body.toString()))
                .path("accessToken")
                .asText();
        if (token.isBlank()) {
            throw new CommandFailed("This log-in asks for more than a password: set GATEHOUSE_TOKEN instead.");
        }
    }

    private static JsonNode demandOk(HttpResponse<String> answer) {
        JsonNode body = json(answer);
        if (answer.statusCode() != 200) {
            throw new CommandFailed("%s answers %d %s: %s"
                    .formatted(
                            answer.request().uri(),
                            answer.statusCode(),
                            body.path("code").asText(),
                            body.path("detail").asText()));
        }
        return body;
    }

    private static JsonNode json(HttpResponse<String> answer) {
        try {
            return JSON.readTree(answer.body());
        } catch (JsonProcessingException notJson) {
            throw new CommandFailed(answer.request().uri() + " answers with something that is not JSON.", notJson);
        }
    }

    /** Asks again for as long as it is told to come later. */
    private HttpResponse<String> patient(String path, String body) {
        HttpResponse<String> answer = send(path, body);
        for (int tries = 1; tries < MOST_TRIES && isLater(answer); tries++) {
            pause(answer);
            answer = send(path, body);
        }
        return answer;
    }

    private static boolean isLater(HttpResponse<String> answer) {
        return answer.statusCode() == 429 || answer.statusCode() == 503;
    }

    private static void pause(HttpResponse<String> answer) {
        long seconds = answer.headers().firstValueAsLong("Retry-After").orElse(1);
        try {
            Thread.sleep(Duration.ofSeconds(Math.clamp(seconds, 1, LONGEST_WAIT)));
        } catch (InterruptedException stop) {
            throw interrupted(stop);
        }
    }

    private HttpResponse<String> send(String path, String body) {
        var request = HttpRequest.newBuilder(url.resolve(path))
                .timeout(PATIENCE)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body));
        if (!token.isBlank()) {
            request.header("Authorization", "Bearer " + token);
        }
        String key = variables.apply("GATEHOUSE_API_KEY");
        if (!key.isBlank()) {
            request.header("X-API-Key", key);
        }
        try {
            return http.send(request.build(), BodyHandlers.ofString());
        } catch (IOException failed) {
            throw new CommandFailed(
                    "%s does not answer (%s). Run the same again to go on.".formatted(url, failed), failed);
        } catch (InterruptedException stop) {
            throw interrupted(stop);
        }
    }

    private static CommandFailed interrupted(InterruptedException stop) {
        Thread.currentThread().interrupt();
        return new CommandFailed("Stopped. Run the same again to go on.", stop);
    }
}
