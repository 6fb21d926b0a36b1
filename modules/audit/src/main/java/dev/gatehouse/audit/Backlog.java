package dev.gatehouse.audit;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;

/**
 * The entries of this instance that are yet to be written, in their order: so many at most. Those that find no room are
 * counted.
 */
public final class Backlog {

    private final int most;
    private final Deque<AuditEntry> waiting = new ArrayDeque<>();
    private final ReentrantLock writing = new ReentrantLock();
    private long omitted;

    public Backlog(int most) {
        this.most = most;
    }

    synchronized void add(AuditEntry entry) {
        if (waiting.size() < most) {
            waiting.addLast(entry);
        } else {
            omitted++;
        }
    }

    /** Counts one that is not to be kept. */
    synchronized void omit() {
        omitted++;
    }

    /** How many were not kept since the last time somebody asked. */
    synchronized long takeOmitted() {
        long count = omitted;
        omitted = 0;
        return count;
    }

    synchronized int size() {
        return waiting.size();
    }

    /** Hands out the oldest, and forgets them once they are written; if that fails they stay. One writer at a time. */
    int write(int limit, Consumer<List<AuditEntry>> writer) {
        writing.lock();
        try {
            List<AuditEntry> oldest = oldest(limit);
            if (!oldest.isEmpty()) {
                writer.accept(oldest);
                forget(oldest.size());
            }
            return oldest.size();
        } finally {
            writing.unlock();
        }
    }

    private synchronized List<AuditEntry> oldest(int limit) {
        return waiting.stream().limit(limit).toList();
    }

    private synchronized void forget(int count) {
        for (int i = 0; i < count; i++) {
            waiting.removeFirst();
        }
    }
}
