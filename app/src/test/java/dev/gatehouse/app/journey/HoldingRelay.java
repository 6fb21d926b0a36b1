package dev.gatehouse.app.journey;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Stands between a client and its server, and can hold every answer until several questions have been asked: whoever
 * asks one after the other waits for ever.
 */
final class HoldingRelay implements AutoCloseable {

    private final ServerSocket listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    private final int target;
    private final List<String> awaited = new ArrayList<>();

    HoldingRelay(int target) throws IOException {
        this.target = target;
        Thread.ofVirtual().start(this::accept);
    }

    int port() {
        return listener.getLocalPort();
    }

    /** From now on nothing is answered before each of these texts has been asked for. */
    synchronized void holdUntilAsked(String... texts) {
        awaited.addAll(List.of(texts));
    }

    private void accept() {
        try {
            while (true) {
                Socket client = listener.accept();
                var server = new Socket(InetAddress.getLoopbackAddress(), target);
                Thread.ofVirtual().start(() -> pump(client, server, true));
                Thread.ofVirtual().start(() -> pump(server, client, false));
            }
        } catch (IOException closed) {
            // The listener was closed, or the server is gone: nobody comes any more.
        }
    }

    private void pump(Socket from, Socket to, boolean questions) {
        byte[] buffer = new byte[8192];
        try (from;
                to) {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                if (questions) {
                    hear(new String(buffer, 0, read, StandardCharsets.ISO_8859_1));
                } else {
                    hold();
                }
                out.write(buffer, 0, read);
            }
        } catch (IOException | InterruptedException over) {
            // One side has closed, and so does the other.
        }
    }

    private synchronized void hear(String question) {
        awaited.removeIf(question::contains);
        notifyAll();
    }

    private synchronized void hold() throws InterruptedException {
        while (!awaited.isEmpty()) {
            wait();
        }
    }

    @Override
    public void close() {
        try {
            listener.close();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
