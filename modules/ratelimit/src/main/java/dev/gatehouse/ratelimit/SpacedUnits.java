package dev.gatehouse.ratelimit;

/**
 * When, in microseconds, the next unit would come if all came at even distances (the theoretical arrival time of ITU-T
 * I.371). Further ahead than two windows it means nothing: the clock was put back by more than one.
 */
record SpacedUnits(long arrivalMicros) implements Usage {

    static final SpacedUnits NONE = new SpacedUnits(0);

    Look look(Demand demand, int burst, long now) {
        Limit limit = demand.limit();
        long interval = interval(limit);
        boolean meaningless = arrivalMicros > now + 2 * limit.window().toMillis() * 1_000;
        long arrival = meaningless ? now : Math.max(now, arrivalMicros);
        long left = Math.floorDiv(interval * burst - (arrival - now), interval);
        long resetAt = Math.ceilDiv(arrival, 1_000L);
        if (demand.cost() > left) {
            long retry = Math.ceilDiv(arrival + interval * (demand.cost() - (long) burst) - now, 1_000L);
            return new Look(left, demand.isTooMuch() ? NEVER : retry, resetAt, this, resetAt, now / 1_000);
        }
        var taken = new SpacedUnits(arrival + interval * demand.cost());
        return new Look(left, 0, resetAt, taken, Math.ceilDiv(taken.arrivalMicros, 1_000L), now / 1_000);
    }

    /** Rounded up: rather a microsecond too late than one unit too many. */
    private static long interval(Limit limit) {
        return Math.ceilDiv(limit.window().toMillis() * 1_000, (long) limit.quota());
    }

    @Override
    public SpacedUnits without(Receipt receipt) {
        return new SpacedUnits(arrivalMicros
                - interval(receipt.demand().limit()) * receipt.demand().cost());
    }

    @Override
    public boolean isNone() {
        return arrivalMicros == 0;
    }
}
