package dev.gatehouse.ratelimit;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Units and the times they were taken at, the oldest first: one entry for all that were taken at once, and with
 * {@link Algorithm.SubWindows} one for all of a sub-window.
 *
 * <p>A unit counts while it is younger than the window. If the clock was put back, time stands still at the youngest; if
 * it was put back by more than a window, what is there means nothing.
 */
final class TimedUnits implements Usage {

    static final TimedUnits NONE = new TimedUnits(new long[0], new int[0], 1);

    private final long[] times;
    private final int[] weights;

    /** Milliseconds of a sub-window; a log has one. */
    private final long length;

    private TimedUnits(long[] times, int[] weights, long length) {
        this.times = times;
        this.weights = weights;
        this.length = length;
    }

    Look look(Demand demand, long now) {
        Limit limit = demand.limit();
        long window = limit.window().toMillis();
        TimedUnits live = live(now, window);
        long resetAt = live.isNone() ? now : live.last() + window;
        long left = limit.quota() - live.used();
        if (demand.cost() > left) {
            return new Look(left, live.retry(demand, now, window), resetAt, this, resetAt, now);
        }
        long stamp = live.isNone() ? now : Math.max(now, live.last());
        TimedUnits taken = demand.cost() == 0 ? live : live.with(stamp, demand.cost(), limit);
        return new Look(left, 0, resetAt, taken, taken.isNone() ? now : taken.last() + window, stamp);
    }

    private TimedUnits live(long now, long window) {
        if (isNone() || last() > now + window) {
            return NONE;
        }
        long oldest = Math.max(now, last()) - window;
        int first = 0;
        while (first < times.length && times[first] <= oldest) {
            first++;
        }
        return from(first);
    }

    private TimedUnits from(int first) {
        return first == 0
                ? this
                : new TimedUnits(
                        Arrays.copyOfRange(times, first, times.length),
                        Arrays.copyOfRange(weights, first, weights.length),
                        length);
    }

    private long used() {
        return Arrays.stream(weights).asLongStream().sum();
    }

    private long last() {
        return times[times.length - 1];
    }

    /** Until the shortest oldest part has run out that makes room. */
    private long retry(Demand demand, long now, long window) {
        if (demand.isTooMuch()) {
            return NEVER;
        }
        long excess = used() + demand.cost() - demand.limit().quota();
        int entry = 0;
        for (long freed = weights[0]; freed < excess; freed += weights[entry]) {
            entry++;
        }
        return times[entry] + window - now;
    }

    private TimedUnits with(long time, int weight, Limit limit) {
        var longer =
                new TimedUnits(Arrays.copyOf(times, times.length + 1), Arrays.copyOf(weights, weights.length + 1), 1);
        longer.times[times.length] = time;
        longer.weights[times.length] = weight;
        return limit.algorithm() instanceof Algorithm.SubWindows ? longer.merged(SubWindow.lengthOf(limit)) : longer;
    }

    private TimedUnits merged(long tenth) {
        long[] ends = new long[times.length];
        int[] sums = new int[times.length];
        int size = 0;
        for (int i = 0; i < times.length; i++) {
            boolean another = size == 0 || ends[size - 1] / tenth != times[i] / tenth;
            size += another ? 1 : 0;
            ends[size - 1] = SubWindow.endOfPart(times[i], tenth);
            sums[size - 1] += weights[i];
        }
        return new TimedUnits(Arrays.copyOf(ends, size), Arrays.copyOf(sums, size), tenth);
    }

    @Override
    public TimedUnits without(Receipt receipt) {
        long stamp = receipt.at().toEpochMilli();
        int left = receipt.demand().cost();
        int[] fewer = weights.clone();
        for (int i = times.length - 1; i >= 0 && left > 0; i--) {
            if (times[i] / length == stamp / length) {
                int back = Math.min(left, fewer[i]);
                fewer[i] -= back;
                left -= back;
            }
        }
        int[] kept = IntStream.range(0, times.length).filter(i -> fewer[i] > 0).toArray();
        return new TimedUnits(
                IntStream.of(kept).mapToLong(i -> times[i]).toArray(),
                IntStream.of(kept).map(i -> fewer[i]).toArray(),
                length);
    }

    @Override
    public boolean isNone() {
        return times.length == 0;
    }
}
