package dev.gatehouse.audit;

import java.util.List;
import java.util.UUID;

/**
 * Where entries say that a user was: what in them names more than ids. An entry is a user's that tells of what they did, or
 * of what somebody tried at their account who had not shown who they are.
 *
 * <p>Both methods are one round trip, and throw {@link dev.gatehouse.events.UnitOfWorkUnavailable} when the store cannot
 * be reached.
 */
public interface TracedOrigins {

    /** Lists the entries of a user that say from where, with which device, or about which address; the latest 10,000. */
    List<AuditEntry> listOf(UUID user);

    /**
     * Has the entries of a user say no more from where, with which device, nor about which address, and returns of how many
     * that is so.
     * What was done, by whom and when stays. Idempotent.
     */
    int forget(UUID user);
}
