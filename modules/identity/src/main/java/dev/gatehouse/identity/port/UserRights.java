package dev.gatehouse.identity.port;

import dev.gatehouse.identity.model.RoleChange;
import java.time.Duration;
import java.util.List;

/**
 * Who may do more than others, all users taken together.
 *
 * <p>Every method may throw {@link StoreUnavailable}.
 */
public interface UserRights {

    /**
     * Counts the administrators who may log in, and keeps others who ask the same from going on until this unit of work
     * ends. Comes before the lock of any user. Cost: one round trip, and the wait.
     */
    int lockAndCountAdministrators();

    /**
     * Lists whose role changed within the last while, by the store's own clock, with the role that they have now; at
     * most 10,000, the newest first. Cost: one round trip.
     */
    List<RoleChange> listChanged(Duration within);
}
