package dev.gatehouse.app.journey;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.Locale;

/** HTTP byte by byte, as no client library would send it. */
final class Wire {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final int port;

    Wire(int port) {
        this.port = port;
    }

    Socket open() throws IOException {
        var socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setSoTimeout((int) PATIENCE.toMillis());
        return socket;
    }

    /** Sends lines, each ended by CRLF, with an empty one after them. */
    Api.Answer lines(String... lines) {
        return send(String.join("\r\n", lines) + "\r\n\r\n");
    }

    /** Sends text in ISO-8859-1, exactly as it is, and reads one answer. */
    Api.Answer send(String text) {
        return send(text.getBytes(StandardCharsets.ISO_8859_1));
    }

    Api.Answer send(byte[] bytes) {
        try (var socket = open()) {
            socket.getOutputStream().write(bytes);
            return read(socket.getInputStream());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    static Api.Answer read(InputStream in) throws IOException {
        String[] head = head(in).split("\r\n", -1);
        var headers = new HashMap<String, String>();
        for (int line = 1; line < head.length; line++) {
            String[] field = head[line].split(": ?", 2);
            headers.merge(field[0].toLowerCase(Locale.ROOT), field[1], (one, other) -> one + ", " + other);
        }
        byte[] body = in.readNBytes(Integer.parseInt(headers.getOrDefault("content-length", "0")));
        int status = Integer.parseInt(head[0].split(" ", 3)[1]);
        return new Api.Answer(status, headers, new String(body, StandardCharsets.UTF_8));
    }

    private static String head(InputStream in) throws IOException {
        var bytes = new ByteArrayOutputStream();
        while (!bytes.toString(StandardCharsets.ISO_8859_1).endsWith("\r\n\r\n")) {
            int next = in.read();
            if (next < 0) {
                throw new IOException("closed after: " + bytes.toString(StandardCharsets.ISO_8859_1));
            }
            bytes.write(next);
        }
        return bytes.toString(StandardCharsets.ISO_8859_1).strip();
    }
}
