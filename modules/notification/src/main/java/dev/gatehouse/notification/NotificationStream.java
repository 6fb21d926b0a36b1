package dev.gatehouse.notification;

import dev.gatehouse.identity.model.SessionId;
import dev.gatehouse.notification.model.UserNotification;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * The notifications of one user on their way to one reader, from when it was opened until it is over: closed, or past
 * its time, or left unread for so long that more are waiting than it holds.
 */
public final class NotificationStream implements AutoCloseable {

    /** How many may wait; whoever is that far behind had better start anew. */
    static final int MOST_WAITING = 32;

    /** What a reader meets next. */
    public sealed interface Next {
        record Arrived(UserNotification notification) implements Next {}

        /** Nothing has come for as long as the reader's patience. */
        record Silence() implements Next {}

        /** Nothing will come any more. */
        record Over() implements Next {}
    }

    private final SessionId session;
    private final Instant until;
    private final Clock clock;
    private final Consumer<NotificationStream> onClose;
    private final BlockingQueue<Next> waiting = new ArrayBlockingQueue<>(MOST_WAITING);
    private volatile boolean closed;

    /**
     * @param session through which it was opened
     * @param onClose called once
     */
    NotificationStream(SessionId session, Instant until, Clock clock, Consumer<NotificationStream> onClose) {
        this.session = session;
        this.until = until;
        this.clock = clock;
        this.onClose = onClose;
    }

    /** Waits for what comes next; for one reader, who closes the stream when they go away. */
    public Next await(Duration patience) {
        Duration left = Duration.between(clock.instant(), until);
        if (closed || !left.isPositive()) {
            return over();
        }
        boolean ending = left.compareTo(patience) <= 0;
        try {
            Next next = waiting.poll((ending ? left : patience).toNanos(), TimeUnit.NANOSECONDS);
            if (next != null) {
                return next;
            }
            return ending ? over() : new Next.Silence();
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            return over();
        }
    }

    /** Ends it at once, with what was waiting; wakes its reader. Idempotent. */
    @Override
    public void close() {
        synchronized (this) {
            if (closed) {
                return;
            }
            closed = true;
            waiting.clear();
            waiting.add(new Next.Over());
        }
        onClose.accept(this);
    }

    synchronized void offer(UserNotification notification) {
        if (!closed && !waiting.offer(new Next.Arrived(notification))) {
            close();
        }
    }

    boolean isOf(SessionId other) {
        return session.equals(other);
    }

    private Next over() {
        close();
        return new Next.Over();
    }
}
