package dev.gatehouse.devservices;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;

/** TCP ports of this machine. */
final class Ports {

    static final String LOOPBACK = "127.0.0.1";

    private static final InetAddress ADDRESS = InetAddress.ofLiteral(LOOPBACK);

    private Ports() {}

    /** A port that nothing listened on a moment ago. */
    static int free() {
        try (var socket = new ServerSocket(0, 1, ADDRESS)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** True if something listens on the port. */
    static boolean taken(int port) {
        return accepts(port) || !bindable(port);
    }

    /** True if something accepts connections from this machine on the port. */
    static boolean accepts(int port) {
        try (var _ = connect(port)) {
            return true;
        } catch (IOException _) {
            return false;
        }
    }

    /** A socket that lets others connect to the port; what is not accepted waits. */
    static ServerSocket listen(int port) throws IOException {
        return new ServerSocket(port, 0, ADDRESS);
    }

    /** A connection to a server of this machine, which must answer within 10 s. */
    static Socket connect(int port) throws IOException {
        var socket = new Socket(ADDRESS, port);
        socket.setSoTimeout(10_000);
        return socket;
    }

    private static boolean bindable(int port) {
        try (var socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(port));
            return true;
        } catch (IOException _) {
            return false;
        }
    }
}
