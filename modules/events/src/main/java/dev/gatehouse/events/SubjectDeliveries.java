package dev.gatehouse.events;

import java.util.List;
import java.util.UUID;

/** What of one subject's events is not done yet, or never will be. Of what is done nothing is known. */
public interface SubjectDeliveries {

    /**
     * Lists them, the latest event first; those that no relay has seen yet are not among them. One round trip.
     *
     * @param limit deliveries at most
     * @throws UnitOfWorkUnavailable when the store cannot be reached
     */
    List<SubjectDelivery> listOf(UUID subject, int limit);
}
