package dev.gatehouse.devservices;

import java.time.Duration;

/** A server that is a process of its own, which outlives a killed JVM and is found again by the next one. */
public abstract sealed class ServerProcess<S extends ServerProcess<S>> extends EmbeddedServer<S>
        permits PostgresServer, RedisServer {

    final Daemon daemon;

    ServerProcess(Home home, int port, Daemon daemon) {
        super(home, port);
        this.daemon = daemon;
    }

    /** The version of its binaries, as people write it. */
    public abstract String version();

    /** Ends it at once, as a cut of the power would. */
    public final synchronized void kill() {
        if (home.isOpen()) {
            daemon.kill();
            daemon.awaitEnd(Duration.ofSeconds(10));
        }
    }

    /** Makes it hang, its open connections included, until {@link #thaw}. */
    @Override
    public final void freeze() {
        daemon.freeze();
    }

    @Override
    public final void thaw() {
        daemon.thaw();
    }

    /** The password of its users, kept in the directory. */
    public final String password() {
        return Secret.password(home.path("password"));
    }

    final Daemon daemon() {
        return daemon;
    }
}
