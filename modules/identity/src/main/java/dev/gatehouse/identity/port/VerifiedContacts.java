package dev.gatehouse.identity.port;

import dev.gatehouse.identity.model.Destination;
import dev.gatehouse.identity.model.UserId;
import java.util.Optional;

/** Who has verified which mailbox or telephone. Never cached. */
public interface VerifiedContacts {

    /**
     * Finds the one user who may log in and has verified a destination; empty when there is none, and when there are
     * several. Cost: one round trip.
     *
     * @throws StoreUnavailable when the store does not answer
     */
    Optional<UserId> find(Destination destination);
}
