package dev.gatehouse.caching;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/** What changes in an {@link InMemoryCache}, heard at once; the line can be cut. */
public final class InMemoryInvalidations implements Invalidations {

    private final List<Consumer<Change>> listeners = new CopyOnWriteArrayList<>();
    private volatile boolean cut;

    public InMemoryInvalidations(InMemoryCache<?> cache) {
        cache.follow(this::tell);
    }

    /** From now on nothing is heard, or everything again. */
    public void cut(boolean cut) {
        this.cut = cut;
        Change change = cut ? new Change.Missed() : new Change.OfAnything();
        listeners.forEach(listener -> listener.accept(change));
    }

    @Override
    public void follow(Consumer<Change> listener) {
        listeners.add(listener);
    }

    @Override
    public boolean areHeard() {
        return !cut;
    }

    /** What is heard at once needs no answer to come first. */
    @Override
    public boolean areHeardUntil(long moment) {
        return !cut;
    }

    private void tell(Change change) {
        if (!cut) {
            listeners.forEach(listener -> listener.accept(change));
        }
    }
}
