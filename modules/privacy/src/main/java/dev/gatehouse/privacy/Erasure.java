package dev.gatehouse.privacy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A person's wish to be erased, and what came of it: its own receipt.
 *
 * @param person who wishes it; null once they are erased
 * @param dueAt until when it may be taken back
 * @param erasedAt when the last place was purged; null before
 * @param purged places that are done, in the order of that
 */
public record Erasure(
        UUID id,
        @Nullable UUID person,
        Instant requestedAt,
        Instant dueAt,
        @Nullable Instant erasedAt,
        List<Purged> purged) {

    /**
     * A place that has nothing of the person any more.
     *
     * @param things that there were, as far as they are counted
     */
    public record Purged(String name, int things, Instant at) {}

    /** A wish that is new. */
    public static Erasure wish(UUID id, UUID person, Instant now, Duration grace) {
        return new Erasure(id, person, now, now.plus(grace), null, List.of());
    }

    boolean hasPurged(String name) {
        return purged.stream().anyMatch(place -> place.name().equals(name));
    }
}
