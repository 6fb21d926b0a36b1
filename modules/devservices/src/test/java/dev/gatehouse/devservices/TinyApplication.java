package dev.gatehouse.devservices;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.ServerSocketChannel;
import java.time.Duration;
import java.util.ArrayList;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** An application as the launcher expects it: its shutdown hook closes the port first, and needs the servers after that. */
public final class TinyApplication {

    private TinyApplication() {}

    public static void main(String[] args) throws IOException {
        var port = Integer.getInteger("GATEHOUSE_PORT", 0);
        var server = ServerSocketChannel.open().bind(new InetSocketAddress(port));
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(server)));
        Thread.ofPlatform().start(() -> serve(server));
    }

    private static void serve(ServerSocketChannel server) {
        try {
            while (true) {
                server.accept().close();
            }
        } catch (ClosedChannelException _) {
            // told to stop
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void stop(ServerSocketChannel server) {
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        var ports = Stream.of("DB_PORT", "REDIS_PORT", "SMTP_PORT")
                .map(name -> Integer.getInteger(name, 0))
                .collect(Collectors.toCollection(ArrayList::new));
        ports.add(URI.create(System.getProperty("S3_ENDPOINT")).getPort());
        var gone =
                Deadline.in(Duration.ofMillis(500)).await(() -> !ports.stream().allMatch(Ports::accepts));
        System.out.println(gone ? "a server is gone already" : "stopped with all servers there");
    }
}
