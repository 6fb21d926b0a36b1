package dev.gatehouse.identity.port;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Remembers all that it counted. */
public final class InMemoryKnownPasswordsMeter implements KnownPasswordsMeter {

    private final List<Count> counted = new CopyOnWriteArrayList<>();

    public List<Count> counted() {
        return List.copyOf(counted);
    }

    @Override
    public void count(Count what) {
        counted.add(what);
    }
}
