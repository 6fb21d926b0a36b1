package dev.gatehouse.identity.model;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * When signing keys change places: one signs, one waits in public, the ones before stay until their tokens are dead.
 *
 * @param every how long a key signs
 * @param overlap how long a key is public before it signs, and after it signed; longer than any verifier caches keys
 */
public record KeyRotation(Duration every, Duration overlap) {

    /** The keys that should be there now: one current, one next, and those retiring that may still be needed. */
    public List<SigningKey> apply(List<SigningKey> keys, Supplier<SigningKey> fresh, Instant now) {
        SigningKey current = only(keys, SigningKey.State.CURRENT, fresh, now);
        SigningKey next = only(keys, SigningKey.State.NEXT, fresh, now);
        Stream<SigningKey> retiring = keys.stream()
                .filter(key -> key.state() == SigningKey.State.RETIRING)
                .filter(key -> !due(key, overlap, now));
        if (due(current, every, now) && due(next, overlap, now)) {
            return Stream.concat(
                            Stream.of(
                                    next.in(SigningKey.State.CURRENT, now),
                                    fresh.get().in(SigningKey.State.NEXT, now),
                                    current.in(SigningKey.State.RETIRING, now)),
                            retiring)
                    .toList();
        }
        return Stream.concat(Stream.of(current, next), retiring).toList();
    }

    private static SigningKey only(
            List<SigningKey> keys, SigningKey.State state, Supplier<SigningKey> fresh, Instant now) {
        return keys.stream().filter(key -> key.state() == state).findFirst().orElseGet(() -> fresh.get()
                .in(state, now));
    }

    private static boolean due(SigningKey key, Duration after, Instant now) {
        return !now.isBefore(key.since().plus(after));
    }
}
