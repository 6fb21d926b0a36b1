package dev.gatehouse.ratelimit;

/**
 * How a limit counts. A key keeps its count when the algorithm changes between {@link ExactLog} and {@link SubWindows};
 * between others it begins anew.
 */
public sealed interface Algorithm {

    /** The time of every unit. No window, wherever it begins, ever has more than the quota. Six bytes a unit. */
    record ExactLog() implements Algorithm {

        /** The largest quota it is meant for. */
        public static final int MOST = 256;
    }

    /**
     * The units of each tenth of the window, counted until the last of them is out of it, to a 256th of a tenth. As with
     * the log no window ever has more than the quota, at the price of a unit now and then that comes a little later than
     * it could. 44 bytes, and 66 where a tenth has more than
     * 65,535 units.
     */
    record SubWindows() implements Algorithm {}

    /**
     * Units at even distances, window by quota apart (the generic cell rate algorithm, ITU-T I.371).
     *
     * @param burst how many may come at once after a rest, from 1 to the quota
     */
    record Spacing(int burst) implements Algorithm {
        public Spacing {
            if (burst < 1) {
                throw new IllegalArgumentException("a burst of at least 1");
            }
        }
    }

    /** One count for each window, and windows that begin at multiples of their length since 1970: days in UTC. */
    record AlignedWindow() implements Algorithm {}

    /** Nothing is counted, and nothing kept: only a block of the subject refuses. */
    record Uncounted() implements Algorithm {}
}
