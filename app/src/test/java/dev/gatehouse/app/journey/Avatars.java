package dev.gatehouse.app.journey;

import dev.gatehouse.devservices.S3Server;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import javax.imageio.ImageIO;

/** One user's avatar, as a client changes it. */
final class Avatars {

    static final String PATH = "/api/auth/profile/avatar";

    private final Api api;
    private final Api.Account account;

    Avatars(Api api) {
        this.api = api;
        this.account = api.register();
    }

    String[] bearer() {
        return new String[] {"Authorization", "Bearer " + account.accessToken()};
    }

    String token() {
        return account.accessToken();
    }

    String user() {
        return account.registered().at("/user/id");
    }

    Api.Answer profile() {
        return api.profile(account.accessToken());
    }

    /** The address of the avatar, as the profile has it. */
    String url() {
        return profile().at("/avatarUrl");
    }

    Api.Answer start(String type, long length) {
        return api.post(PATH, "{\"contentType\":\"%s\",\"contentLength\":%d}".formatted(type, length), bearer());
    }

    /** Sends bytes to where an upload was begun, and returns the status. */
    static int put(Api.Answer started, byte[] bytes) {
        return put(started, bytes, Map.of());
    }

    /** With headers in place of those that belong to it; an empty one is left out. */
    static int put(Api.Answer started, byte[] bytes, Map<String, String> instead) {
        var headers = new HashMap<String, String>();
        started.body()
                .get("headers")
                .properties()
                .forEach(
                        header -> headers.put(header.getKey(), header.getValue().asText()));
        headers.putAll(instead);
        var request = HttpRequest.newBuilder(URI.create(started.at("/uploadUrl")))
                .method(started.at("/method"), BodyPublishers.ofByteArray(bytes));
        headers.forEach((name, value) -> {
            if (!value.isEmpty()) {
                request.header(name, value);
            }
        });
        return send(request).statusCode();
    }

    /** Begins an upload, and sends what belongs there. */
    Api.Answer arrived(String type, byte[] bytes) {
        Api.Answer started = start(type, bytes.length);
        if (started.status() != 201 || put(started, bytes) != 200) {
            throw new AssertionError("not uploaded: " + started);
        }
        return started;
    }

    Api.Answer promote(Api.Answer started) {
        return promote(started.at("/uploadId"));
    }

    Api.Answer promote(String upload) {
        return api.put(PATH, "{\"uploadId\":\"%s\"}".formatted(upload), bearer());
    }

    Api.Answer remove() {
        return api.send(api.request(PATH, bearer()).DELETE());
    }

    /** Posts a form with one file. */
    Api.Answer post(String type, byte[] bytes) {
        return post(form("file", "me.jpg", type, bytes));
    }

    Api.Answer post(byte[] form) {
        return api.send(api.request(PATH, bearer())
                .header("Content-Type", "multipart/form-data; boundary=limit")
                .POST(BodyPublishers.ofByteArray(form)));
    }

    static byte[] form(String field, String name, String type, byte[] bytes) {
        var form = new ByteArrayOutputStream();
        form.writeBytes(part(field, name, type, bytes));
        form.writeBytes(ascii("--limit--\r\n"));
        return form.toByteArray();
    }

    static byte[] part(String field, String name, String type, byte[] bytes) {
        var part = new ByteArrayOutputStream();
        part.writeBytes(ascii(
                "--limit\r\nContent-Disposition: form-data; name=\"%s\"; filename=\"%s\"\r\n".formatted(field, name)));
        part.writeBytes(ascii("Content-Type: %s\r\n\r\n".formatted(type)));
        part.writeBytes(bytes);
        part.writeBytes(ascii("\r\n"));
        return part.toByteArray();
    }

    static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    static HttpResponse<byte[]> get(String url) {
        return send(HttpRequest.newBuilder(URI.create(url)));
    }

    /** Where the bytes of an upload are, for nobody but us. */
    static String incoming(String user, String upload) {
        return TestS3.shared().bucketUrl() + "/incoming/" + user + "/" + upload;
    }

    /** Whether an object is there, by the file that the server keeps of it. */
    static boolean isThere(String url) {
        S3Server server = TestS3.shared();
        String key = url.substring(server.bucketUrl().toString().length() + 1);
        return Files.exists(
                server.directory().resolve("buckets").resolve(S3Server.BUCKET).resolve(key));
    }

    static BufferedImage picture(byte[] bytes) {
        try {
            return ImageIO.read(new ByteArrayInputStream(bytes));
        } catch (IOException notAnImage) {
            throw new UncheckedIOException(notAnImage);
        }
    }

    /** Over a connection of its own: the server closes one whose body it refused unread, and the next may be on it. */
    private static HttpResponse<byte[]> send(HttpRequest.Builder request) {
        try (var client = HttpClient.newHttpClient()) {
            return client.send(request.timeout(Duration.ofSeconds(20)).build(), BodyHandlers.ofByteArray());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stop);
        }
    }
}
