package dev.gatehouse.devservices;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A first user's visit to the API: register, log in, look at the profile. */
record Visit(Endpoints endpoints) {

    private static final String REGISTER = "/api/auth/register";
    private static final String LOGIN = "/api/auth/login";
    private static final String PROFILE = "/api/auth/profile";
    private static final String ACCOUNT = """
            {"email":"ada@example.com","password":"Violet-Kettle-42","name":"Ada Lovelace"}""";
    private static final String CREDENTIALS = """
            {"email":"ada@example.com","password":"Violet-Kettle-42"}""";
    private static final Pattern TOKEN = Pattern.compile("\"accessToken\":\"([^\"]*)\"");
    private static final int REPETITIONS = 20;
    private static final int TIMEOUT_MILLIS = 10_000;

    /** What to tell the person at the terminal: where everything is, and the visit as three lines to paste. */
    String invitation(boolean mailbox) {
        return """

                Gatehouse is up.
                  API         %1$s/api
                  Docs        %1$s/docs
                  Management  %2$s/health%8$s

                Paste these into another shell:

                curl -i %1$s%3$s -H 'Content-Type: application/json' -d '%4$s'
                TOKEN=$(curl -s %1$s%5$s -H 'Content-Type: application/json' -d '%6$s' | sed 's/.*"accessToken":"\\([^"]*\\)".*/\\1/')
                curl -i %1$s%7$s -H "Authorization: Bearer $TOKEN"

                Ctrl-C stops it; the data stay.
                """.formatted(
                        endpoints.api(),
                        endpoints.management(),
                        REGISTER,
                        ACCOUNT,
                        LOGIN,
                        CREDENTIALS,
                        PROFILE,
                        mailbox ? "\n  Mailbox     " + endpoints.api() + "/dev/mailbox" : "");
    }

    /** Makes the visit, and the log-in and the look at the profile often enough for the JVM to see what is hot. */
    void play() throws IOException {
        request(REGISTER, ACCOUNT, null);
        var token = TOKEN.matcher(request(LOGIN, CREDENTIALS, null));
        var authorization = token.find() ? "Bearer " + token.group(1) : null;
        for (var i = 0; i < REPETITIONS; i++) {
            request(PROFILE, null, authorization);
        }
        request("/.well-known/jwks.json", null, null);
        request("/dev/mailbox", null, null);
    }

    private String request(String path, @Nullable String body, @Nullable String authorization) throws IOException {
        var connection =
                (HttpURLConnection) URI.create(endpoints.api() + path).toURL().openConnection();
        connection.setReadTimeout(TIMEOUT_MILLIS);
        if (authorization != null) {
            connection.setRequestProperty("Authorization", authorization);
        }
        if (body != null) {
            connection.setDoOutput(true);
            connection.setRequestProperty("Content-Type", "application/json");
            connection.getOutputStream().write(body.getBytes(StandardCharsets.UTF_8));
        }
        var failed = connection.getResponseCode() >= HttpURLConnection.HTTP_BAD_REQUEST;
        try (var answer = failed ? connection.getErrorStream() : connection.getInputStream()) {
            return answer == null ? "" : new String(answer.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
