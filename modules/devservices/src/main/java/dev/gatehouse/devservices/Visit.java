package dev.gatehouse.devservices;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A first user's visit to the API: register, log in, look at the profile, show a face. */
record Visit(Endpoints endpoints) {

    private static final String REGISTER = "/api/auth/register";
    private static final String LOGIN = "/api/auth/login";
    private static final String PROFILE = "/api/auth/profile";
    private static final String ACCOUNT = """
            {"email":"ada@example.com","password":"Violet-Kettle-42","name":"Ada Lovelace"}""";
    private static final String CREDENTIALS = """
            {"email":"ada@example.com","password":"Violet-Kettle-42"}""";
    private static final String AVATAR = "/api/auth/profile/avatar";
    /** A PNG of two by two pixels. */
    private static final String PICTURE =
            "iVBORw0KGgoAAAANSUhEUgAAAAIAAAACCAIAAAD91JpzAAAAFElEQVR42mNgSDvz/wwDAwinnQEAKkoF+509"
                    + "DTQAAAAASUVORK5CYII=";

    private static final String JSON = "application/json";
    private static final String FORM = "multipart/form-data; boundary=form";
    private static final Pattern TOKEN = Pattern.compile("\"accessToken\":\"([^\"]*)\"");
    private static final int REPETITIONS = 20;
    private static final int TIMEOUT_MILLIS = 10_000;

    /**
     * What to tell the person at the terminal: where everything is, and the visit as lines to paste.
     *
     * @param introduction whole lines about who looks after users; or nothing
     */
    String invitation(boolean mailbox, String introduction) {
        return """

                Gatehouse is up.
                  API         %1$s/api
                  Docs        %1$s/docs
                  Management  %2$s/health%8$s

                %11$sPaste these into another shell:

                curl -i %1$s%3$s -H 'Content-Type: application/json' -d '%4$s'
                TOKEN=$(curl -s %1$s%5$s -H 'Content-Type: application/json' -d '%6$s' | sed 's/.*"accessToken":"\\([^"]*\\)".*/\\1/')
                curl -i %1$s%7$s -H "Authorization: Bearer $TOKEN"
                echo %10$s | base64 -d | curl -i %1$s%9$s -H "Authorization: Bearer $TOKEN" -F 'file=@-;type=image/png'

                Ctrl-C stops it; the data stay.
                """.formatted(
                        endpoints.api(),
                        endpoints.management(),
                        REGISTER,
                        ACCOUNT,
                        LOGIN,
                        CREDENTIALS,
                        PROFILE,
                        mailbox ? "\n  Mailbox     " + endpoints.api() + "/dev/mailbox" : "",
                        AVATAR,
                        PICTURE,
                        introduction.isEmpty() ? "" : introduction + "\n");
    }

    /** Makes the visit, and the look at the profile often enough for the JVM to see what is hot. */
    void play() throws IOException {
        post(REGISTER, null, JSON, ACCOUNT.getBytes(StandardCharsets.UTF_8));
        var token = TOKEN.matcher(post(LOGIN, null, JSON, CREDENTIALS.getBytes(StandardCharsets.UTF_8)));
        var authorization = token.find() ? "Bearer " + token.group(1) : null;
        for (var i = 0; i < REPETITIONS; i++) {
            get(PROFILE, authorization);
        }
        post(AVATAR, authorization, FORM, form());
        get("/.well-known/jwks.json", null);
        get("/dev/mailbox", null);
    }

    private static byte[] form() throws IOException {
        var form = new ByteArrayOutputStream();
        form.writeBytes("""
                --form\r
                Content-Disposition: form-data; name="file"; filename="-"\r
                Content-Type: image/png\r
                \r
                """.getBytes(StandardCharsets.US_ASCII));
        form.write(Base64.getDecoder().decode(PICTURE));
        form.writeBytes("\r\n--form--\r\n".getBytes(StandardCharsets.US_ASCII));
        return form.toByteArray();
    }

    private String get(String path, @Nullable String authorization) throws IOException {
        return answer(open(path, authorization));
    }

    private String post(String path, @Nullable String authorization, String type, byte[] body) throws IOException {
        var connection = open(path, authorization);
        connection.setDoOutput(true);
        connection.setRequestProperty("Content-Type", type);
        connection.getOutputStream().write(body);
        return answer(connection);
    }

    private HttpURLConnection open(String path, @Nullable String authorization) throws IOException {
        var connection =
                (HttpURLConnection) URI.create(endpoints.api() + path).toURL().openConnection();
        connection.setReadTimeout(TIMEOUT_MILLIS);
        if (authorization != null) {
            connection.setRequestProperty("Authorization", authorization);
        }
        return connection;
    }

    private static String answer(HttpURLConnection connection) throws IOException {
        var failed = connection.getResponseCode() >= HttpURLConnection.HTTP_BAD_REQUEST;
        try (var answer = failed ? connection.getErrorStream() : connection.getInputStream()) {
            return answer == null ? "" : new String(answer.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
