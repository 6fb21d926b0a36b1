package dev.gatehouse.identity.model;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An authenticator app that a user has beside their first factor, by its time-based one-time passwords (TOTP, RFC 6238):
 * six digits, steps of 30 seconds, HMAC-SHA-1, which is what every app knows.
 *
 * @param id another one each time that one is set up
 * @param lastStep the latest step whose code was taken; that one and those before are no good any more
 * @param madeAt when its secret was made
 * @param enabledAt when its user has shown that their app has the secret; null before
 */
public record SecondFactor(
        UserId user,
        UUID id,
        TotpSecret secret,
        long lastStep,
        Instant madeAt,
        @Nullable Instant enabledAt) {

    /** Within this time whoever sets one up has to show the first code. */
    public static final Duration PATIENCE = Duration.ofMinutes(15);

    private static final Duration STEP = Duration.ofSeconds(30);

    /** One that is good for nothing yet. */
    public static SecondFactor begin(UserId user, UUID id, TotpSecret secret, Instant now) {
        return new SecondFactor(user, id, secret, 0, now, null);
    }

    /** The step of an instant. */
    public static long step(Instant at) {
        return Math.floorDiv(at.getEpochSecond(), STEP.toSeconds());
    }

    public boolean isOn() {
        return enabledAt != null;
    }

    /** Whether its user may still show the first code. */
    public boolean isWaiting(Instant now) {
        return enabledAt == null && now.isBefore(madeAt.plus(PATIENCE));
    }

    /** It, from now on; the step of its first code is taken. */
    public SecondFactor enable(long step, Instant now) {
        return new SecondFactor(user, id, secret, step, madeAt, now);
    }

    @Override
    public String toString() {
        return "SecondFactor[" + id + "]";
    }
}
