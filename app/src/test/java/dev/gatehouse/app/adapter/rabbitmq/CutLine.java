package dev.gatehouse.app.adapter.rabbitmq;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A line to a server that can be cut, and on which the server can fall silent. */
public final class CutLine implements AutoCloseable {

    private final ServerSocket listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    private final List<Socket> ends = new CopyOnWriteArrayList<>();
    private final int target;
    private boolean silent;

    public CutLine(int target) throws IOException {
        this.target = target;
        Thread.ofVirtual().start(this::accept);
    }

    public int port() {
        return listener.getLocalPort();
    }

    /** Ends every connection there is; new ones are served. */
    public void cut() throws IOException {
        for (Socket end : ends) {
            end.close();
        }
        ends.clear();
    }

    /** From now on nothing comes back, or everything that was held. */
    public synchronized void silence(boolean silent) {
        this.silent = silent;
        notifyAll();
    }

    private void accept() {
        try {
            while (true) {
                Socket client = listener.accept();
                var server = new Socket(InetAddress.getLoopbackAddress(), target);
                ends.addAll(List.of(client, server));
                Thread.ofVirtual().start(() -> pump(client, server, false));
                Thread.ofVirtual().start(() -> pump(server, client, true));
            }
        } catch (IOException closed) {
            // The line was closed, or the server is gone.
        }
    }

    private void pump(Socket from, Socket to, boolean answers) {
        byte[] buffer = new byte[8192];
        try (from;
                to) {
            for (int read = from.getInputStream().read(buffer); read >= 0; ) {
                if (answers) {
                    hold();
                }
                to.getOutputStream().write(buffer, 0, read);
                read = from.getInputStream().read(buffer);
            }
        } catch (IOException | InterruptedException over) {
            // One side has closed, and so does the other.
        }
    }

    private synchronized void hold() throws InterruptedException {
        while (silent) {
            wait();
        }
    }

    @Override
    public void close() throws IOException {
        silence(false);
        listener.close();
        cut();
    }
}
