package dev.gatehouse.app.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Requests that take their time: the connection is closed, however busy it looks. */
final class SlowRequestIT {

    private static final String KEYS = "GET /.well-known/jwks.json HTTP/1.1";
    private static final String REGISTER = "POST /api/auth/register HTTP/1.1";
    private static final String HOST = "Host: localhost";
    private static final String JSON = "Content-Type: application/json";

    private static Gatehouse gatehouse;
    private static Wire wire;

    @BeforeAll
    static void start() {
        var variables = new HashMap<>(TestS3.variables());
        variables.put("micronaut.server.read-idle-timeout", "1s");
        gatehouse = Gatehouse.start(variables);
        wire = new Wire(gatehouse.api().port());
    }

    @AfterAll
    static void stop() {
        gatehouse.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                KEYS + "\r\n" + HOST + "\r\n",
                REGISTER + "\r\n" + HOST + "\r\n" + JSON + "\r\nContent-Length: 5000\r\n\r\n",
                KEYS + "\r\n" + HOST + "\r\n\r\nGET",
                "POST " + Avatars.PATH + " HTTP/1.1\r\n" + HOST
                        + "\r\nContent-Type: multipart/form-data; boundary=limit\r\nContent-Length: 5000\r\n\r\n"
            })
    void aRequestThatComesByteByByteIsNotWaitedFor(String beginning) throws IOException {
        long begun = System.nanoTime();
        try (var socket = wire.open()) {
            socket.setSoTimeout(100);
            socket.getOutputStream().write(beginning.getBytes(StandardCharsets.ISO_8859_1));
            while (!closed(socket)) {
                assertThat(System.nanoTime() - begun)
                        .isLessThan(Duration.ofSeconds(8).toNanos());
            }
        }
        assertThat(System.nanoTime() - begun)
                .isGreaterThan(Duration.ofMillis(900).toNanos());
    }

    private static String form(String token) {
        return "POST " + Avatars.PATH + " HTTP/1.1\r\n" + HOST + "\r\nAuthorization: Bearer " + token
                + "\r\nContent-Type: multipart/form-data; boundary=limit\r\nContent-Length: 5000\r\n\r\n";
    }

    /** Whoever is known may take longer over a file, and over nothing that follows it. */
    @Test
    void aFormWithAFileMayTakeLonger() throws IOException {
        byte[] image = "<svg/>".getBytes(StandardCharsets.US_ASCII);
        byte[] form = Arrays.copyOf(Avatars.form("file", "a.png", "image/png", image), 5000);
        var ada = gatehouse.api().register();
        long begun = System.nanoTime();
        try (var socket = wire.open()) {
            socket.setSoTimeout(100);
            socket.getOutputStream().write(form(ada.accessToken()).getBytes(StandardCharsets.US_ASCII));
            int sent = 0;
            while (System.nanoTime() - begun < Duration.ofSeconds(3).toNanos()) {
                assertThat(answered(socket, form[sent++])).isFalse();
            }
            socket.setSoTimeout(10_000);
            socket.getOutputStream().write(form, sent, form.length - sent);
            var answer = new byte[4096];
            int length = socket.getInputStream().read(answer);
            assertThat(new String(answer, 0, length, StandardCharsets.US_ASCII)).startsWith("HTTP/1.1 422 ");

            socket.setSoTimeout(100);
            long next = System.nanoTime();
            while (!closed(socket)) {
                assertThat(System.nanoTime() - next)
                        .isLessThan(Duration.ofSeconds(8).toNanos());
            }
        }
    }

    /** Whether anything came back for one more byte. */
    private static boolean answered(Socket socket, byte next) throws IOException {
        try {
            socket.getOutputStream().write(next);
            return socket.getInputStream().read(new byte[4096]) != 0;
        } catch (SocketTimeoutException stillWaiting) {
            return false;
        }
    }

    /** Sends one more byte, and waits a moment for what happens. */
    private static boolean closed(Socket socket) throws IOException {
        try {
            socket.getOutputStream().write('a');
            return socket.getInputStream().read(new byte[4096]) < 0;
        } catch (SocketTimeoutException stillOpen) {
            return false;
        } catch (SocketException reset) {
            return true;
        }
    }
}
