package dev.gatehouse.app.wiring;

import io.micronaut.context.annotation.ConfigurationProperties;
import java.time.Duration;

/**
 * How much is cached and for how long, as {@code gatehouse.cache.*} in application.yml names it. Where, {@link #CHOICE}
 * says.
 *
 * @param ttl of lists and of whatever has no version; rows live twice as long
 * @param max copies of one kind of value that each instance keeps near
 * @param warmUp users that a start reads into the cache; 0 for none
 */
@ConfigurationProperties("gatehouse.cache")
public record CachingSettings(Duration ttl, int max, int warmUp) {

    /** The property that holds one of {@link #REDIS} and {@link #LOCAL}. */
    public static final String CHOICE = "gatehouse.cache.store";

    public static final String REDIS = "redis";
    public static final String LOCAL = "local";

    Duration rowTtl() {
        return ttl.multipliedBy(2);
    }
}
