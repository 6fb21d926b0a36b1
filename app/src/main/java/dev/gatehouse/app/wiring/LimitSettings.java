package dev.gatehouse.app.wiring;

import io.micronaut.context.annotation.ConfigurationProperties;
import java.time.Duration;

/**
 * What operators may set of rate limits, as {@code gatehouse.rate-limits.*} in application.yml names it.
 *
 * @param file with policies; blank for those that come with the application
 * @param ttl the window of a policy that has none
 * @param max the limit of a policy that has none
 * @param freePeers CIDRs separated by commas, from which nobody is limited
 * @param freeKeys SHA-256 of the keys of those who are not limited, in hexadecimal, separated by commas
 */
@ConfigurationProperties("gatehouse.rate-limits")
record LimitSettings(String file, Duration ttl, int max, String freePeers, String freeKeys) {

    @Override
    public String toString() {
        return "LimitSettings[…]";
    }
}
