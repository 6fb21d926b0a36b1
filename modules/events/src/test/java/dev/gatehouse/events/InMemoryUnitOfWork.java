package dev.gatehouse.events;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A unit of work over in-memory tables: one at a time, with the tables put back as they were when it fails. */
public final class InMemoryUnitOfWork implements UnitOfWork {

    private static final Logger LOG = LoggerFactory.getLogger(InMemoryUnitOfWork.class);

    private final ReentrantLock one = new ReentrantLock();
    private final List<Map<Object, Object>> tables = new ArrayList<>();
    private final List<Runnable> afterCommit = new ArrayList<>();

    /** A new table whose changes take part in every unit. */
    @SuppressWarnings("unchecked")
    public <K, V> Map<K, V> table() {
        var table = new ConcurrentHashMap<K, V>();
        tables.add((Map<Object, Object>) (Map<?, ?>) table);
        return table;
    }

    @Override
    public <T> T run(Supplier<T> work) {
        if (one.isHeldByCurrentThread()) {
            return work.get();
        }
        var actions = new ArrayList<Runnable>();
        T result;
        one.lock();
        try {
            result = runOrRestore(work);
            actions.addAll(afterCommit);
        } finally {
            afterCommit.clear();
            one.unlock();
        }
        actions.forEach(InMemoryUnitOfWork::runSafely);
        return result;
    }

    @Override
    public void afterCommit(Runnable action) {
        if (one.isHeldByCurrentThread()) {
            afterCommit.add(action);
        } else {
            runSafely(action);
        }
    }

    @Override
    public boolean isOpen() {
        return one.isHeldByCurrentThread();
    }

    private <T> T runOrRestore(Supplier<T> work) {
        var before = tables.stream().map(Map::copyOf).toList();
        try {
            return work.get();
        } catch (RuntimeException failure) {
            for (int i = 0; i < tables.size(); i++) {
                tables.get(i).clear();
                tables.get(i).putAll(before.get(i));
            }
            throw failure;
        }
    }

    private static void runSafely(Runnable action) {
        try {
            action.run();
        } catch (RuntimeException failure) {
            LOG.warn("an action after the commit failed", failure);
        }
    }
}
