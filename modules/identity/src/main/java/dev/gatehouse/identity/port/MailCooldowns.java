package dev.gatehouse.identity.port;

import dev.gatehouse.identity.model.MailPurpose;
import java.time.Instant;

/**
 * The time after a mail in which there is no other of its kind to the same address, be it that of an account or not.
 *
 * <p>Every method may throw {@link StoreUnavailable}.
 */
public interface MailCooldowns {

    /**
     * Begins a cooldown in the caller's unit of work, unless one is under way: of any number of parallel calls one has
     * true, and if its unit fails another one.
     *
     * <p>Takes the same work whether it was there before or not, and forgets a few of those that are over. Cost: one
     * round trip.
     *
     * @param contact an address as {@link dev.gatehouse.identity.model.ContactHash} names it
     */
    boolean begin(String contact, MailPurpose purpose, Instant now, Instant until);
}
