package dev.gatehouse.app.wiring;

import io.micronaut.context.annotation.ConfigurationProperties;
import java.time.Duration;

/**
 * What operators may set of rate limits, as {@code gatehouse.rate-limits.*} in application.yml names it.
 *
 * @param file with policies; blank for those that come with the application
 * @param ttl the window of a policy that has none
 * @param max the limit of a policy that has none
 * @param ipMax the limit of an address in all
 * @param userMax the limit of a user in all; blank for none
 * @param freePeers CIDRs separated by commas, from which nobody is limited
 * @param freeKeys SHA-256 of the keys of those who are not limited, in hexadecimal, separated by commas
 */
@ConfigurationProperties("gatehouse.rate-limits")
record LimitSettings(
        String file, Duration ttl, int max, String ipMax, String userMax, String freePeers, String freeKeys) {

    /** The value of a variable that the policies may name, blank where it is not set. */
    String variable(String name) {
        return switch (name) {
            case "RATE_LIMIT_IP_MAX" -> ipMax;
            case "RATE_LIMIT_USER_MAX" -> userMax;
            default -> "";
        };
    }

    @Override
    public String toString() {
        return "LimitSettings[…]";
    }
}
