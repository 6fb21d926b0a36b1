package dev.gatehouse.caching;

import java.util.function.Consumer;

/**
 * Tells each instance which keys of a shared cache have changed, so that it need not ask each time.
 *
 * <p>A change of a key is heard before any answer that the cache gives this instance after the change, whatever the
 * question was, as long as it was about that key or another with the same part in braces: who has just had an answer
 * knows of every such change that was acknowledged before they asked.
 */
public interface Invalidations {

    /** Something heard. */
    sealed interface Change {
        /** The key was written, evicted, or expired; by whom does not matter. */
        record Of(String key) implements Change {}

        /** Any key may have changed. */
        record OfAnything() implements Change {}

        /** Changes are not heard any more: any key may have changed, and the cache itself may come back without some. */
        record Missed() implements Change {}
    }

    /** Calls a listener with every change from now on. It is called by a thread that must not wait. */
    void follow(Consumer<Change> listener);

    /**
     * Whether changes are heard now. {@link Change.Missed} is heard when this turns false, {@link Change.OfAnything} before
     * it turns true. No round trip.
     */
    boolean areHeard();

    /**
     * Whether every change has been heard that was acknowledged before a moment: changes are heard, and something has been
     * answered that was asked later than that, whoever asked. May be false where that is not known. No round trip.
     *
     * @param moment of {@link System#nanoTime}
     */
    boolean areHeardUntil(long moment);
}
