package dev.gatehouse.caching;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/** One load of a key that others wait for, in the hope that it will do for them, too. */
final class Flight<V> {

    private final CompletableFuture<Optional<CacheEntry<V>>> landing = new CompletableFuture<>();
    private volatile boolean closed;

    /** Whoever comes from now on may have asked after a change that this load does not show. */
    void close() {
        closed = true;
    }

    /** What was loaded is good for everybody who came before the close. */
    void land(CacheEntry<V> entry) {
        landing.complete(Optional.of(entry));
    }

    /** It is good for nobody but the one who loaded; nothing happens to a flight that has landed. */
    void end() {
        landing.complete(Optional.empty());
    }

    void fail(Throwable failure) {
        landing.completeExceptionally(failure);
    }

    /** Waits for the load; empty when its outcome is not for this caller, who has to look again. */
    Optional<CacheEntry<V>> join() {
        boolean inTime = !closed;
        try {
            Optional<CacheEntry<V>> landed = landing.join();
            return inTime ? landed : Optional.empty();
        } catch (CompletionException failed) {
            if (failed.getCause() instanceof Error error) {
                throw error;
            }
            throw failed.getCause() instanceof RuntimeException failure ? failure : failed;
        }
    }
}
