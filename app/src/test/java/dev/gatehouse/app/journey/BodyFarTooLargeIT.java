package dev.gatehouse.app.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

/** Bodies so large that most of them is still to come when they are refused. */
final class BodyFarTooLargeIT {

    private static final byte[] LARGE = new byte[15 * 1024 * 1024];
    private static final String REGISTER = "/api/auth/register";
    private static final String JSON = "application/json";
    private static final String FORM = "multipart/form-data; boundary=limit";

    /** Of the deadline of a request, 15 s, a fraction. */
    private static final Duration SOON = Duration.ofSeconds(8);

    private static Gatehouse gatehouse;
    private static Api api;

    @BeforeAll
    static void start() {
        gatehouse = Gatehouse.start(TestS3.variables());
        api = gatehouse.api();
    }

    @AfterAll
    static void stop() {
        gatehouse.close();
    }

    private static List<BodyPublisher> announcedAndNot(byte[] body) {
        return List.of(
                BodyPublishers.ofByteArray(body), BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body)));
    }

    private static Api.Answer post(String path, String type, BodyPublisher body, String... headers) {
        return api.send(api.request(path, headers)
                .header("Content-Type", type)
                .timeout(SOON)
                .POST(body));
    }

    /** The JDK's client is one: it reads the answer only after the last byte. */
    @RepeatedTest(3)
    void whoSendsEverythingFirstReadsTheRefusal() {
        String[] ada = {"Authorization", "Bearer " + api.register().accessToken()};
        for (var json : announcedAndNot(LARGE)) {
            Problems.demand(post(REGISTER, JSON, json), 413, "body-too-large");
            Problems.demand(post("/api/nowhere", JSON, json), 404, "not-found");
        }
        for (var form : announcedAndNot(Avatars.form("file", "a.png", "image/png", LARGE))) {
            Problems.demand(post(Avatars.PATH, FORM, form, ada), 413, "body-too-large");
            Problems.demand(post(Avatars.PATH, FORM, form), 401, "unauthenticated");
            Problems.demand(post(REGISTER, FORM, form), 415, "unsupported-media-type");
        }
    }

    @Test
    void theRefusalComesFirstAndTheEndOfTheConnectionAfterTheBody() throws IOException {
        var head = "POST " + REGISTER + " HTTP/1.1\r\nHost: localhost\r\nContent-Type: " + JSON + "\r\nContent-Length: "
                + LARGE.length + "\r\n\r\n";
        try (var socket = new Wire(api.port()).open()) {
            socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
            var refusal = Wire.read(socket.getInputStream());
            Problems.demand(refusal, 413, "body-too-large");
            assertThat(refusal.header("Connection")).contains("close");

            socket.getOutputStream().write(LARGE);
            assertThat(socket.getInputStream().read()).isEqualTo(-1);
        }
    }

    /** What stands before it on the connection is answered as ever. */
    @Test
    void aRequestBeforeItIsAnsweredFirst() throws IOException {
        var keys = "GET /.well-known/jwks.json HTTP/1.1\r\nHost: localhost\r\n\r\n";
        var head = "POST " + REGISTER + " HTTP/1.1\r\nHost: localhost\r\nContent-Type: " + JSON
                + "\r\nTransfer-Encoding: chunked\r\n\r\n" + Integer.toHexString(LARGE.length) + "\r\n";
        try (var socket = new Wire(api.port()).open()) {
            var out = socket.getOutputStream();
            out.write((keys + head).getBytes(StandardCharsets.US_ASCII));
            out.write(LARGE);
            out.write("\r\n0\r\n\r\n".getBytes(StandardCharsets.US_ASCII));

            var first = Wire.read(socket.getInputStream());
            assertThat(first.status()).isEqualTo(200);
            assertThat(first.header("Connection")).isEmpty();
            Problems.demand(Wire.read(socket.getInputStream()), 413, "body-too-large");
            assertThat(socket.getInputStream().read()).isEqualTo(-1);
        }
    }
}
