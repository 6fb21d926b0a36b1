package dev.gatehouse.devservices;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Map;

/**
 * What the servers have in common: a directory that is theirs, a port that stays, and that they can be stopped, started
 * again and made to hang.
 */
public abstract sealed class EmbeddedServer<S extends EmbeddedServer<S>> implements AutoCloseable
        permits ServerProcess, ServerInside {

    final Home home;

    private final int port;

    EmbeddedServer(Home home, int port) {
        this.home = home;
        this.port = port;
    }

    /** Starts it and returns when it answers; what an earlier start left running here is stopped first. */
    public final synchronized S start() {
        try {
            home.open();
            stop();
            home.demandFree(port);
            home.keepPort(port);
            launch();
            return self();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Makes what is missing and starts it; returns when it answers. */
    abstract void launch() throws IOException;

    /** Ends it as an administrator would; the port and the data stay its own. */
    public abstract void stop();

    /** Makes it hang until {@link #thaw}: it neither answers nor refuses. */
    public abstract void freeze();

    public abstract void thaw();

    /** What an application reads from its environment to be led here. */
    public abstract Map<String, String> variables();

    abstract S self();

    /** Stops it, or what an earlier start left running here, and deletes its data: the next start is a first start. */
    public final synchronized S wipe() {
        try {
            home.open();
            stop();
            clear();
            return self();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Deletes its data. */
    void clear() throws IOException {
        home.clear();
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
}
