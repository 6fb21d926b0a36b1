package dev.gatehouse.identity.model;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One login on one device, and the family of all refresh tokens that came of it.
 *
 * @param epoch the user's epoch when it was opened; a later epoch of the user outlives it
 * @param counter the number of the current refresh token; 0 when opened
 * @param rotatedAt when the current refresh token was first given out
 * @param refreshUntil when the current refresh token dies; slides, never beyond {@code expiresAt}
 * @param expiresAt the end, however often it is refreshed
 * @param proof how and when its user has shown who they are: when it was opened, or since
 */
public record Session(
        SessionId id,
        UserId user,
        long epoch,
        long counter,
        Device device,
        Instant createdAt,
        Instant rotatedAt,
        Instant refreshUntil,
        Instant expiresAt,
        @Nullable EndReason ended,
        Proof proof) {

    /** A session that was opened with a password. */
    public Session(
            SessionId id,
            UserId user,
            long epoch,
            long counter,
            Device device,
            Instant createdAt,
            Instant rotatedAt,
            Instant refreshUntil,
            Instant expiresAt,
            @Nullable EndReason ended) {
        this(
                id,
                user,
                epoch,
                counter,
                device,
                createdAt,
                rotatedAt,
                refreshUntil,
                expiresAt,
                ended,
                Proof.of(AuthMethod.PASSWORD, createdAt));
    }

    /** What presenting a refresh token of this session means. */
    public sealed interface Presented {
        /** The current one: the session moves on to its successor. */
        record Current(Session next) implements Presented {}

        /** The one before, again, by the device that rotated it: its successor is given out once more. */
        record Repeated(Session same) implements Presented {}

        /** Somebody holds a token that was used up: the family must end. */
        record Reused(Session ended) implements Presented {}

        /** The session is over, or rested for too long. */
        record Dead() implements Presented {}
    }

    /** A new session, opened with a password, with its first refresh token. */
    public static Session open(SessionId id, User user, Device device, SessionPolicy policy, Instant now) {
        return open(id, user, device, Proof.of(AuthMethod.PASSWORD, now), policy, now);
    }

    /** A new session with its first refresh token. */
    public static Session open(SessionId id, User user, Device device, Proof proof, SessionPolicy policy, Instant now) {
        Instant end = now.plus(policy.longest());
        return new Session(
                id,
                user.id(),
                user.epoch(),
                0,
                device,
                now,
                now,
                earlier(now.plus(policy.refresh()), end),
                end,
                null,
                proof);
    }

    /**
     * Decides what a refresh token with an authentic number means now.
     *
     * <p>A successor that was used has a successor itself, so being one behind says that it was not.
     *
     * @param userAgent of whoever presents it; inside the grace it must be that of the last rotation
     */
    public Presented present(long number, String userAgent, SessionPolicy policy, Instant now) {
        if (ended != null || !now.isBefore(refreshUntil) || number > counter) {
            return new Presented.Dead();
        }
        if (number == counter) {
            return new Presented.Current(rotate(userAgent, policy, now));
        }
        boolean again = number == counter - 1
                && !now.isAfter(rotatedAt.plus(policy.grace()))
                && seenBy(userAgent).equals(device);
        return again ? new Presented.Repeated(this) : new Presented.Reused(end(EndReason.REFRESH_REUSED));
    }

    /** The session, over for the reason given; one that is over stays over for its first reason. */
    public Session end(EndReason reason) {
        return new Session(
                id,
                user,
                epoch,
                counter,
                device,
                createdAt,
                rotatedAt,
                refreshUntil,
                expiresAt,
                ended == null ? reason : ended,
                proof);
    }

    /** The session of a user who has shown who they are once more. */
    public Session prove(Set<AuthMethod> shown, Instant now) {
        return new Session(
                id,
                user,
                epoch,
                counter,
                device,
                createdAt,
                rotatedAt,
                refreshUntil,
                expiresAt,
                ended,
                proof.and(shown, now));
    }

    private Session rotate(String userAgent, SessionPolicy policy, Instant now) {
        return new Session(
                id,
                user,
                epoch,
                counter + 1,
                seenBy(userAgent),
                createdAt,
                now,
                earlier(now.plus(policy.refresh()), expiresAt),
                expiresAt,
                null,
                proof);
    }

    private Device seenBy(String userAgent) {
        return new Device(device.id(), device.name(), userAgent, device.address());
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }
}
