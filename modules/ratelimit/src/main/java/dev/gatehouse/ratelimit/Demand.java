package dev.gatehouse.ratelimit;

import java.util.List;

/**
 * What somebody wants of one limit.
 *
 * @param cost how many units; 0 to look
 */
public record Demand(LimitKey key, Limit limit, int cost) {

    public Demand {
        if (cost < 0) {
            throw new IllegalArgumentException("a cost of at least 0");
        }
    }

    /** One unit. */
    public static Demand one(LimitKey key, Limit limit) {
        return new Demand(key, limit, 1);
    }

    /** A look. */
    public static Demand look(LimitKey key, Limit limit) {
        return new Demand(key, limit, 0);
    }

    /**
     * Makes sure that demands can be decided together.
     *
     * @throws IllegalArgumentException if there are none, or two of one key: each would overlook the other
     */
    public static void checkTogether(List<Demand> demands) {
        if (demands.isEmpty() || !areDifferent(demands)) {
            throw new IllegalArgumentException("demands of different keys, at least one");
        }
    }

    /** There are a handful at most. */
    private static boolean areDifferent(List<Demand> demands) {
        for (int i = 1; i < demands.size(); i++) {
            for (int other = 0; other < i; other++) {
                if (demands.get(i).key.equals(demands.get(other).key)) {
                    return false;
                }
            }
        }
        return true;
    }

    /** Whether more is wanted than there ever is. */
    boolean isTooMuch() {
        return cost > limit.most();
    }
}
