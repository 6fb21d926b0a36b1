package dev.gatehouse.ratelimit;

/** What is used of one key. Immutable; times are milliseconds since 1970 unless they say otherwise. */
sealed interface Usage permits TimedUnits, SpacedUnits, AlignedUnits {

    /**
     * What a limit says over a usage.
     *
     * @param left negative when more is used than the limit allows
     * @param retryMillis until there may be room; 0 if there is
     * @param resetAt when all of it is there again, if nothing is taken
     * @param taken the usage with the cost; this one if there is no room
     * @param resetAtOnceTaken when all of it is there again, with the cost
     * @param stamp when the units count as taken
     */
    record Look(long left, long retryMillis, long resetAt, Usage taken, long resetAtOnceTaken, long stamp) {

        boolean hasRoom(int cost) {
            return cost <= left;
        }
    }

    /** A time that never comes, as {@link Verdict#NEVER}. */
    long NEVER = -1;

    static Usage none() {
        return TimedUnits.NONE;
    }

    /** Looks with the algorithm of a limit at what another one may have left. */
    static Look look(Usage usage, Demand demand, long nowMicros) {
        return switch (demand.limit().algorithm()) {
            case Algorithm.ExactLog _, Algorithm.SubWindows _ ->
                (usage instanceof TimedUnits units ? units : TimedUnits.NONE).look(demand, nowMicros / 1_000);
            case Algorithm.Spacing(int burst) ->
                (usage instanceof SpacedUnits units ? units : SpacedUnits.NONE).look(demand, burst, nowMicros);
            case Algorithm.AlignedWindow _ ->
                (usage instanceof AlignedUnits units ? units : AlignedUnits.NONE).look(demand, nowMicros / 1_000);
            case Algorithm.Uncounted _ -> unlimited(demand.limit(), nowMicros / 1_000);
        };
    }

    private static Look unlimited(Limit limit, long now) {
        return new Look(limit.quota(), 0, now, none(), now, now);
    }

    /** The usage without units that were taken; itself if they are not in it any more. */
    Usage without(Receipt receipt);

    boolean isNone();
}
