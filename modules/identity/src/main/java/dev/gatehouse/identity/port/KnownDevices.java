package dev.gatehouse.identity.port;

import dev.gatehouse.identity.model.DeviceMark;
import dev.gatehouse.identity.model.EmailAddress;
import dev.gatehouse.identity.model.UserId;
import java.time.Instant;
import java.util.List;

/**
 * The marks of the devices that users have signed in from: the latest {@value #MOST} of each user. Never cached.
 *
 * <p>Every method may throw {@link StoreUnavailable}. Cost: one round trip a call.
 */
public interface KnownDevices {

    int MOST = 50;

    /** What a user's sign-in is, going by the device it comes from. */
    enum SignIn {
        /** No sign-in of the user was remembered before. */
        FIRST,
        KNOWN,
        NEW
    }

    /**
     * Whether the user with an equal address has signed in from a device with any of these marks; false when there is no
     * such user, after the same work.
     */
    boolean knows(EmailAddress email, List<DeviceMark> marks);

    /**
     * Remembers what a device will be known by, in the unit of work that holds the user's lock, and forgets the oldest
     * above the most there may be.
     *
     * @param shown what it showed; may be nothing
     * @param kept what it will be known by, one at least
     * @param now when it was seen last from now on
     */
    SignIn remember(UserId user, List<DeviceMark> shown, List<DeviceMark> kept, Instant now);

    /** Forgets all devices of a user, in the unit of work that holds its lock; returns how many marks there were. */
    int forget(UserId user);
}
