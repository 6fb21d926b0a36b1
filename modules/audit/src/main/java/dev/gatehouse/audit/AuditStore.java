package dev.gatehouse.audit;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * All entries. None is ever changed, but for what {@link TracedOrigins} forgets; what is older than is kept goes by the sweeper alone.
 *
 * <p>Every method is one round trip, and throws {@link dev.gatehouse.events.UnitOfWorkUnavailable} when the store cannot
 * be reached.
 */
public interface AuditStore {

    /** How many entries one call may be about. */
    int MOST = 200;

    /**
     * Adds entries, all or none, in the caller's unit of work if there is one. One whose id is there already is left as
     * it is, so that a call whose outcome is not known may be made again.
     *
     * @param entries 1 to {@value #MOST}
     */
    void append(List<AuditEntry> entries);

    /**
     * Lists entries, the latest first.
     *
     * @param after the last one of the page before; null for the first page. After one that is not there, there is none
     * @param limit 1 to {@value #MOST} and one
     */
    List<AuditEntry> list(AuditQuery query, @Nullable UUID after, int limit);
}
