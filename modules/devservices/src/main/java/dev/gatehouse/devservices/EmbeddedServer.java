package dev.gatehouse.devservices;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;

/** What the servers have in common: a directory that is theirs, a port that stays, and a process that can be frozen. */
public abstract sealed class EmbeddedServer<S extends EmbeddedServer<S>> implements AutoCloseable
        permits PostgresServer, RedisServer {

    final Home home;
    final Daemon daemon;

    private final int port;

    EmbeddedServer(Home home, int port, Daemon daemon) {
        this.home = home;
        this.port = port;
        this.daemon = daemon;
    }

    /** Starts it and returns when it answers; one that a killed JVM left here is stopped first. */
    public final synchronized S start() {
        try {
            home.open();
            stop();
            home.demandFree(port);
            launch();
            return self();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Makes what is missing and starts the process; returns when it answers. */
    abstract void launch() throws IOException;

    /** Ends it as an administrator would; the port and the data stay its own. */
    public abstract void stop();

    /** The version of its binaries, as people write it. */
    public abstract String version();

    abstract S self();

    /** Stops it, or one that a killed JVM left here, and deletes its data: the next start is a first start. */
    public final synchronized S wipe() {
        try {
            home.open();
            stop();
            home.clear();
            return self();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Makes it hang, its open connections included, until {@link #thaw}. */
    public final void freeze() {
        daemon.freeze();
    }

    public final void thaw() {
        daemon.thaw();
    }

    /** Stops it and gives its directory back. */
    @Override
    public final synchronized void close() {
        stop();
        home.close();
    }

    public final Path directory() {
        return home.directory();
    }

    public final String host() {
        return Ports.LOOPBACK;
    }

    public final int port() {
        return port;
    }

    /** The password of its users, kept in the directory. */
    public final String password() {
        return Secret.password(home.path("password"));
    }

    final Daemon daemon() {
        return daemon;
    }
}
