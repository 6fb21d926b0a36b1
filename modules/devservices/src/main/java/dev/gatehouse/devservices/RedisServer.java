package dev.gatehouse.devservices;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

/**
 * A real Redis on the loopback address with a password, which appends every write to a file and evicts nothing.
 *
 * <p>Everything is under one directory, which one server at a time may use; the binary is unpacked to {@code bin} beside
 * it. A server that a killed JVM left behind is stopped first. The password is in files that their owner alone may read,
 * never on a command line.
 */
public final class RedisServer extends ServerProcess<RedisServer> {

    static final String VERSION = "7.0.15";

    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final String OK_PONG = "+OK\r\n+PONG\r\n";

    private final Path config;

    /** A server on the port of the last start in this directory, or a free one. Nothing is touched before the start. */
    public RedisServer(Path directory) {
        this(new Home("Redis", directory));
    }

    RedisServer(Path directory, int port) {
        this(new Home("Redis", directory), port);
    }

    private RedisServer(Home home) {
        this(home, home.port());
    }

    private RedisServer(Home home, int port) {
        super(home, port, new Daemon(home.path("pid"), home.path("redis.conf").toString()));
        this.config = home.path("redis.conf");
    }

    @Override
    RedisServer self() {
        return this;
    }

    @Override
    void launch() throws IOException {
        Files.createDirectories(home.path("data"));
        Files.deleteIfExists(home.log());
        Secret.write(config, configuration());
        Command.of(home.binaries().redis(VERSION), config).runOrFail("");
        if (!Deadline.in(PATIENCE).await(this::answers)) {
            throw home.failure("did not start");
        }
    }

    /** Ends it with everything written to disk; the port and the data stay its own. */
    @Override
    public synchronized void stop() {
        if (home.isOpen() && daemon.runs()) {
            daemon.thaw();
            daemon.terminate();
            if (!daemon.awaitEnd(PATIENCE)) {
                daemon.kill();
                daemon.awaitEnd(PATIENCE);
            }
        }
    }

    @Override
    public Map<String, String> variables() {
        return Map.of(
                "REDIS_HOST", host(),
                "REDIS_PORT", Integer.toString(port()),
                "REDIS_PASSWORD", password());
    }

    @Override
    public String version() {
        return VERSION;
    }

    /** A process title of its own would hide the argument that the daemon is known by. */
    private String configuration() {
        return """
                port %d
                bind %s
                requirepass %s
                appendonly yes
                save ""
                maxmemory-policy noeviction
                dir "%s"
                pidfile "%s"
                logfile "%s"
                daemonize yes
                set-proc-title no
                """.formatted(port(), Ports.LOOPBACK, password(), home.path("data"), daemon.pidFile(), home.log());
    }

    private boolean answers() {
        try (var socket = Ports.connect(port())) {
            socket.getOutputStream()
                    .write("AUTH %s\r\nPING\r\n".formatted(password()).getBytes(StandardCharsets.US_ASCII));
            var answer = socket.getInputStream().readNBytes(OK_PONG.length());
            return new String(answer, StandardCharsets.US_ASCII).equals(OK_PONG);
        } catch (IOException _) {
            return false;
        }
    }
}
