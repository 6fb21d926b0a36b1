package dev.gatehouse.devservices;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.Map;

/**
 * A real PostgreSQL on the loopback address, durable as in production ({@code fsync} on) and with a password.
 *
 * <p>The role {@value #USER} owns the database {@value #DATABASE} and is no superuser; {@code postgres} is, with the same
 * password. Everything is under one directory, which one server at a time may use; the binaries are unpacked to
 * {@code bin} beside it, so that neighbours share them. A server that a killed JVM left behind is stopped first.
 */
public final class PostgresServer extends ServerProcess<PostgresServer> {

    public static final String DATABASE = "gatehouse";
    public static final String USER = "gatehouse";

    private static final Duration LEFTOVERS = Duration.ofSeconds(10);

    private final Path data;

    /** A server on the port of the last start in this directory, or a free one. Nothing is touched before the start. */
    public PostgresServer(Path directory) {
        this(new Home("PostgreSQL", directory));
    }

    private PostgresServer(Home home) {
        this(home, home.port());
    }

    private PostgresServer(Home home, int port) {
        super(
                home,
                port,
                new Daemon(
                        home.path("data").resolve("postmaster.pid"),
                        home.path("data").toString()));
        this.data = home.path("data");
    }

    @Override
    PostgresServer self() {
        return this;
    }

    @Override
    void launch() throws IOException {
        Secret.password(home.path("password"));
        var programs = programs();
        programs.own(home.directory());
        if (Files.notExists(data)) {
            initialize(programs);
        }
        startServer(programs);
    }

    /** Ends it as an administrator would, rolling back what is open; the port and the data stay its own. */
    @Override
    public synchronized void stop() {
        if (home.isOpen() && daemon.runs()) {
            daemon.thaw();
            var programs = programs();
            if (!programs.run("pg_ctl", "stop", "-D", data, "-m", "fast", "-t", "15")
                    .succeeded()) {
                programs.run("pg_ctl", "stop", "-D", data, "-m", "immediate");
            }
        }
    }

    @Override
    public Map<String, String> variables() {
        return Map.of(
                "DB_HOST", host(),
                "DB_PORT", Integer.toString(port()),
                "DB_NAME", DATABASE,
                "DB_USER", USER,
                "DB_PASSWORD", password());
    }

    public String jdbcUrl() {
        return "jdbc:postgresql://%s:%d/%s".formatted(Ports.LOOPBACK, port(), DATABASE);
    }

    /** As the binaries tell it: {@code 18.6}. */
    @Override
    public String version() {
        return PostgresPrograms.version(home);
    }

    private PostgresPrograms programs() {
        return PostgresPrograms.in(home);
    }

    /** Makes the cluster under another name first: one that was interrupted is begun anew. */
    private void initialize(PostgresPrograms programs) throws IOException {
        var draft = home.path("data.partial");
        FileTree.delete(draft);
        programs.initialize(draft, home.path("password"));
        programs.execute(draft, """
                CREATE ROLE %s LOGIN PASSWORD '%s'
                CREATE DATABASE %s OWNER %1$s
                """.formatted(USER, password(), DATABASE));
        Files.move(draft, data, StandardCopyOption.ATOMIC_MOVE);
    }

    /**
     * Starts over what a killed server left. Its pid file may name a process that came later or a zombie, for either of
     * which Postgres would refuse to start; its children hold its memory for a moment longer, and Postgres rightly
     * refuses until they are gone.
     */
    private void startServer(PostgresPrograms programs) throws IOException {
        var deadline = Deadline.in(LEFTOVERS);
        while (true) {
            Files.deleteIfExists(daemon.pidFile());
            Files.deleteIfExists(home.log());
            var outcome =
                    programs.run("pg_ctl", "start", "-D", data, "-l", home.log(), "-w", "-t", "60", "-o", options());
            if (outcome.succeeded()) {
                return;
            }
            if (deadline.passed() || !home.logged("shared memory block")) {
                throw home.failure("did not start");
            }
            deadline.pause();
        }
    }

    private String options() {
        return "-p %d -c listen_addresses=%s -c unix_socket_directories= -c fsync=on -c synchronous_commit=on"
                .formatted(port(), Ports.LOOPBACK);
    }
}
