package dev.gatehouse.identity.port;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** Rows that are over or not, in a map that can be told to fail. */
public final class InMemoryExpiredRows implements ExpiredRows {

    private final String name;
    private final Map<UUID, Boolean> over = new ConcurrentHashMap<>();
    private volatile boolean failing;

    public InMemoryExpiredRows(String name) {
        this.name = name;
    }

    /** From now on every call fails, or succeeds again. */
    public void failing(boolean failing) {
        this.failing = failing;
    }

    public UUID add(boolean isOver) {
        UUID id = UUID.randomUUID();
        over.put(id, isOver);
        return id;
    }

    public boolean isThere(UUID id) {
        return over.containsKey(id);
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Batch forget(int limit) {
        if (failing) {
            throw new StoreUnavailable(new IllegalStateException("told to fail"));
        }
        List<UUID> due = over.keySet().stream()
                .filter(id -> over.getOrDefault(id, false))
                .limit(limit)
                .toList();
        int gone = (int) due.stream().filter(id -> over.remove(id, true)).count();
        return new Batch(gone, due.size() == limit);
    }
}
