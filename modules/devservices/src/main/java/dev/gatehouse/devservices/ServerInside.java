package dev.gatehouse.devservices;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import org.jspecify.annotations.Nullable;

/** A server that runs inside this JVM and ends with it. */
public abstract sealed class ServerInside<S extends ServerInside<S>> extends EmbeddedServer<S>
        permits MailServer, S3Server {

    private @Nullable ServerSocket deafSocket;

    ServerInside(Home home, int port) {
        super(home, port);
    }

    /** Ends it; again, or before it was started, is fine. */
    abstract void halt();

    @Override
    public final synchronized void stop() {
        hangUp();
        halt();
    }

    /** Cuts its open connections, and lets whoever then connects wait for an answer until {@link #thaw}. */
    @Override
    public final synchronized void freeze() {
        try {
            halt();
            deafSocket = Ports.listen(port());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public final synchronized void thaw() {
        try {
            hangUp();
            launch();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void hangUp() {
        try {
            if (deafSocket != null) {
                deafSocket.close();
                deafSocket = null;
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
