package dev.gatehouse.ratelimit;

/**
 * How many were taken in the window that began at a time. If the clock was put back, the window stays the same; if it was
 * put back by more than a window, what is there means nothing.
 */
record AlignedUnits(long start, int count) implements Usage {

    static final AlignedUnits NONE = new AlignedUnits(0, 0);

    Look look(Demand demand, long now) {
        Limit limit = demand.limit();
        long window = limit.window().toMillis();
        long aligned = now - now % window;
        long begin = start > aligned && start <= now + window ? start : aligned;
        int used = start == begin ? count : 0;
        long end = begin + window;
        long left = (long) limit.quota() - used;
        long resetAt = used == 0 ? now : end;
        if (demand.cost() > left) {
            return new Look(left, demand.isTooMuch() ? NEVER : end - now, resetAt, this, resetAt, now);
        }
        int sum = used + demand.cost();
        return new Look(left, 0, resetAt, new AlignedUnits(begin, sum), sum == 0 ? now : end, Math.max(now, begin));
    }

    @Override
    public AlignedUnits without(Receipt receipt) {
        long since = receipt.at().toEpochMilli() - start;
        boolean within = since >= 0 && since < receipt.demand().limit().window().toMillis();
        return within
                ? new AlignedUnits(start, Math.max(0, count - receipt.demand().cost()))
                : this;
    }

    @Override
    public boolean isNone() {
        return count == 0;
    }
}
