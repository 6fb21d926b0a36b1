package dev.gatehouse.privacy;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** A place that holds one secret of each person, and can be told not to answer, or to hold on to all of them. */
public final class InMemoryPersonalData implements PersonalData {

    private final String name;
    private final Map<UUID, Held> held = new ConcurrentHashMap<>();
    private final AtomicInteger erasures = new AtomicInteger();
    private volatile boolean down;
    private volatile @Nullable String reason;

    public InMemoryPersonalData(String name) {
        this.name = name;
    }

    public void hold(UUID person) {
        held.put(person, Held.NOTHING.with("secret", "of " + person));
    }

    public void down(boolean isDown) {
        down = isDown;
    }

    /** From now on nobody is erased for this reason; or again, for null. */
    public void keep(@Nullable String why) {
        reason = why;
    }

    /** How often it was told to erase somebody, and could. */
    public int erasures() {
        return erasures.get();
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Map<String, List<Held>> export(UUID person) {
        answer();
        return Optional.ofNullable(held.get(person))
                .map(secret -> Map.of("secrets", List.of(secret)))
                .orElseGet(Map::of);
    }

    @Override
    public Erased erase(UUID person) {
        answer();
        String why = reason;
        if (why != null) {
            return new Erased.NotYet(why);
        }
        erasures.incrementAndGet();
        return new Erased.Done(held.remove(person) == null ? 0 : 1);
    }

    private void answer() {
        if (down) {
            throw new PersonalDataUnavailable(new IllegalStateException("told to be down"));
        }
    }
}
