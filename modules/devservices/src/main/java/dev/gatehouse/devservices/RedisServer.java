package dev.gatehouse.devservices;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
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
    private static final int ATTEMPTS = 3;

    private final Path config;
    private final Part part;

    /** A server on the port of the last start in this directory, or a free one. Nothing is touched before the start. */
    public RedisServer(Path directory) {
        this(new Home("Redis", directory), Part.ALONE);
    }

    RedisServer(Path directory, int port) {
        this(new Home("Redis", directory), port, Part.ALONE);
    }

    /** A server that is one of several. */
    RedisServer(Path directory, Part part) {
        this(new Home("Redis", directory), part);
    }

    private RedisServer(Home home, Part part) {
        this(home, home.port(), part);
    }

    private RedisServer(Home home, int port, Part part) {
        super(home, port, new Daemon(home.path("pid"), home.path("redis.conf").toString()));
        this.config = home.path("redis.conf");
        this.part = part;
    }

    /**
     * Starts one of several, whose data do not stay.
     *
     * <p>Many servers that talk to each other leave many ports taken for a moment, be they free a moment before: it is tried
     * a few times.
     */
    static RedisServer first(Path directory, Part part) {
        for (int left = ATTEMPTS; ; left--) {
            var server = new RedisServer(directory, part);
            try {
                return server.wipe().start();
            } catch (DevServiceException taken) {
                server.close();
                if (left == 0) {
                    throw taken;
                }
            }
        }
    }

    /**
     * What a server is among several.
     *
     * @param sentinel whether it only watches others, and keeps nothing itself
     * @param password that they share; empty for one of its own
     * @param settings more lines of its configuration
     */
    record Part(boolean sentinel, String password, List<String> settings) {

        static final Part ALONE = new Part(false, "", List.of());

        @Override
        public String toString() {
            return sentinel ? "a sentinel" : "a server";
        }
    }

    @Override
    RedisServer self() {
        return this;
    }

    @Override
    void launch() throws IOException {
        Files.createDirectories(home.path("data"));
        Files.deleteIfExists(home.log());
        if (!part.password().isEmpty()) {
            Secret.write(home.path("password"), part.password() + "\n");
        }
        Secret.write(config, configuration());
        var program = home.binaries().redis(VERSION);
        (part.sentinel() ? Command.of(program, config, "--sentinel") : Command.of(program, config)).runOrFail("");
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
        var lines = new ArrayList<>(List.of(
                "port " + port(),
                "bind " + Ports.LOOPBACK,
                "requirepass " + password(),
                "dir \"%s\"".formatted(home.path("data")),
                "pidfile \"%s\"".formatted(daemon.pidFile()),
                "logfile \"%s\"".formatted(home.log()),
                "daemonize yes",
                "set-proc-title no"));
        if (!part.sentinel()) {
            lines.addAll(List.of("appendonly yes", "save \"\"", "maxmemory-policy noeviction"));
        }
        lines.addAll(part.settings());
        return String.join("\n", lines) + "\n";
    }

    /** What it says to a command of a line, without quotes in it; empty when it gives no answer. */
    String ask(String command) {
        try (var socket = Ports.connect(port())) {
            return new RedisLine(socket).ask(password(), command);
        } catch (IOException _) {
            return "";
        }
    }

    private boolean answers() {
        return ask("PING").equals("PONG");
    }
}
