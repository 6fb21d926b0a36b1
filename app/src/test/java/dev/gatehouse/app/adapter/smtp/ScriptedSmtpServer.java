package dev.gatehouse.app.adapter.smtp;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import javax.net.ServerSocketFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import org.jspecify.annotations.Nullable;

/** An SMTP server that takes every mail, unless it was told to answer one of the commands in another way. */
final class ScriptedSmtpServer implements AutoCloseable {

    /** What is answered before anything was said. */
    static final String CONNECT = "CONNECT";

    /** The end of a letter. */
    static final String DOT = ".";

    /** No answer at all, with the connection open. */
    static final String SILENCE = "";

    /** A line every 50 ms, for ever: none is late, and none is the last. */
    static final String NO_END = "250-and so on";

    private final ServerSocket listener;
    private final ScheduledExecutorService drips = Executors.newSingleThreadScheduledExecutor();
    private final List<Future<?>> endless = new CopyOnWriteArrayList<>();
    private final @Nullable SSLContext tls;
    private final List<String> heard = new CopyOnWriteArrayList<>();
    private final List<Socket> open = new CopyOnWriteArrayList<>();
    private final Map<String, String> answers = new ConcurrentHashMap<>(Map.of(
            CONNECT,
            "220 stub ESMTP",
            "EHLO",
            "250-stub\r\n250-AUTH PLAIN\r\n250 8BITMIME",
            "AUTH",
            "235 2.7.0 welcome",
            "DATA",
            "354 go on",
            "STARTTLS",
            "220 go on"));

    private ScriptedSmtpServer(ServerSocketFactory sockets, @Nullable SSLContext tls) {
        this.tls = tls;
        try {
            this.listener = sockets.createServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException noPort) {
            throw new UncheckedIOException(noPort);
        }
        Thread.ofVirtual().start(this::accept);
    }

    ScriptedSmtpServer() {
        this(ServerSocketFactory.getDefault(), null);
    }

    static ScriptedSmtpServer withStarttls(SSLContext tls) {
        return new ScriptedSmtpServer(ServerSocketFactory.getDefault(), tls)
                .answering("EHLO", "250-stub\r\n250-AUTH PLAIN\r\n250 STARTTLS");
    }

    /** TLS from the first byte. */
    static ScriptedSmtpServer overTls(SSLContext tls) {
        return new ScriptedSmtpServer(tls.getServerSocketFactory(), null);
    }

    int port() {
        return listener.getLocalPort();
    }

    ScriptedSmtpServer answering(String command, String answer) {
        answers.put(command, answer);
        return this;
    }

    /** Every command of every client, without what is in letters. */
    List<String> heard() {
        return List.copyOf(heard);
    }

    private void accept() {
        try {
            while (true) {
                Socket client = listener.accept();
                open.add(client);
                Thread.ofVirtual().start(() -> talk(client));
            }
        } catch (IOException closed) {
            // Nobody comes any more.
        }
    }

    private void talk(Socket client) {
        try (client) {
            if (say(client, CONNECT)) {
                listen(client);
            }
        } catch (IOException gone) {
            // So is the conversation.
        }
    }

    private void listen(Socket client) throws IOException {
        var reader = new BufferedReader(new InputStreamReader(client.getInputStream(), StandardCharsets.UTF_8));
        boolean letter = false;
        for (String line = reader.readLine(); line != null; line = reader.readLine()) {
            if (letter && !line.equals(DOT)) {
                continue;
            }
            heard.add(line);
            String command = line.split("[ :]", 2)[0];
            letter = command.equals("DATA") && answers.getOrDefault(command, "").startsWith("354");
            boolean answered = say(client, command);
            if (command.equals("STARTTLS") && answered && tls != null) {
                listen(secure(client, tls));
                return;
            }
        }
    }

    private static SSLSocket secure(Socket client, SSLContext tls) throws IOException {
        var secured = (SSLSocket) tls.getSocketFactory().createSocket(client, null, client.getPort(), true);
        secured.setUseClientMode(false);
        return secured;
    }

    private boolean say(Socket client, String command) throws IOException {
        String answer = answers.getOrDefault(command, "250 2.0.0 fine");
        if (answer.equals(NO_END)) {
            endless.add(drips.scheduleAtFixedRate(() -> drip(client), 0, 50, TimeUnit.MILLISECONDS));
        } else if (!answer.isEmpty()) {
            write(client, answer);
        }
        return !answer.isEmpty();
    }

    private static void drip(Socket client) {
        try {
            write(client, NO_END);
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }

    private static void write(Socket client, String line) throws IOException {
        client.getOutputStream().write((line + "\r\n").getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public void close() {
        endless.forEach(drip -> drip.cancel(true));
        drips.shutdown();
        try {
            listener.close();
            for (Socket client : open) {
                client.close();
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
