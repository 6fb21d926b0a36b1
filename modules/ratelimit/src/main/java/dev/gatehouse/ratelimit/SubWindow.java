package dev.gatehouse.ratelimit;

/** A tenth of a window, and of it 256 parts. */
final class SubWindow {

    private static final int IN_A_WINDOW = 10;
    private static final int PARTS = 256;

    private SubWindow() {}

    /** Milliseconds. */
    static long lengthOf(Limit limit) {
        return Math.ceilDiv(limit.window().toMillis(), (long) IN_A_WINDOW);
    }

    /** The last millisecond of the part that a time is in: the time itself or a little later, and the same for itself. */
    static long endOfPart(long time, long length) {
        long begin = time - time % length;
        long part = (time - begin) * PARTS / length;
        return begin + Math.ceilDiv((part + 1) * length, (long) PARTS) - 1;
    }
}
