package dev.gatehouse.app.wiring;

import dev.gatehouse.identity.model.LockoutPolicy;
import dev.gatehouse.identity.model.SessionPolicy;
import io.micronaut.context.annotation.ConfigurationProperties;
import java.time.Duration;

/**
 * What operators may set of our own, as {@code gatehouse.*} in application.yml names it.
 *
 * @param masterKey 32 bytes in base64; there is no default
 * @param trustedProxies CIDRs separated by commas
 * @param passwordMinLength 8 to 64
 * @param sessionsMax sessions of a user that may live at once
 * @param lockoutThreshold logins of an account that may fail within the lockout window
 * @param lockoutMax the longest lock; the window, where it is shorter
 * @param browserOrigins of pages that may use cookies here, separated by commas
 * @param hashPermits passwords hashed at once; 0 for one a core
 */
@ConfigurationProperties("gatehouse")
record Settings(
        String masterKey,
        String publicUrl,
        String trustedProxies,
        Duration accessTtl,
        Duration refreshTtl,
        Duration refreshMax,
        Duration refreshGrace,
        Duration sessionTtl,
        int sessionsMax,
        int passwordMinLength,
        int hashPermits,
        int lockoutThreshold,
        Duration lockoutWindow,
        Duration lockoutMax,
        String browserOrigins) {

    SessionPolicy sessionPolicy() {
        return new SessionPolicy(accessTtl, refreshTtl, refreshMax, refreshGrace, sessionsMax);
    }

    LockoutPolicy lockoutPolicy() {
        var longest = lockoutMax.compareTo(lockoutWindow) < 0 ? lockoutWindow : lockoutMax;
        return new LockoutPolicy(lockoutThreshold, lockoutWindow, longest);
    }

    int hashPermitsOrCores() {
        return hashPermits > 0 ? hashPermits : Runtime.getRuntime().availableProcessors();
    }

    @Override
    public String toString() {
        return "Settings[…]";
    }
}
