package dev.gatehouse.app.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
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
        gatehouse = Gatehouse.start(Map.of("micronaut.server.read-idle-timeout", "1s"));
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
                KEYS + "\r\n" + HOST + "\r\n\r\nGET"
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
