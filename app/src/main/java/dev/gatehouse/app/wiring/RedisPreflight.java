package dev.gatehouse.app.wiring;

import dev.gatehouse.app.adapter.redis.RedisPlace;
import io.lettuce.core.RedisURI;
import java.util.Set;
import java.util.function.UnaryOperator;

/** What of Redis must be right before anything starts. */
record RedisPreflight(UnaryOperator<String> variables) {

    private static final String TRUE = "true";

    void check() {
        demandFlag("REDIS_CLUSTER");
        String url = variables.apply("REDIS_URL");
        if (url.isBlank()) {
            demandFirstDatabase("REDIS_DB");
        } else {
            demandPlace("REDIS_URL", url);
        }
    }

    private void demandFlag(String name) {
        if (!Set.of("", TRUE, "false").contains(variables.apply(name))) {
            throw new Refusal(name + " is true or false.");
        }
    }

    private void demandFirstDatabase(String name) {
        if (isCluster() && !Set.of("", "0").contains(variables.apply(name))) {
            throw new Refusal(name + ": a cluster has the database 0 alone.");
        }
    }

    /** Says nothing of what the URL is: there may be a password in it. */
    private void demandPlace(String name, String url) {
        try {
            var _ = RedisPlace.of(uri(name, url), isCluster(), "");
        } catch (IllegalArgumentException contradiction) {
            throw new Refusal(name + ": " + contradiction.getMessage() + ".");
        }
    }

    private static RedisURI uri(String name, String url) {
        try {
            return RedisURI.create(url);
        } catch (IllegalArgumentException invalid) {
            throw new Refusal(name
                    + " is an address like redis://:password@host:6379/0, redis://host1,host2 for a cluster, or"
                    + " redis-sentinel://host1,host2/0#master.");
        }
    }

    private boolean isCluster() {
        return variables.apply("REDIS_CLUSTER").equals(TRUE);
    }
}
