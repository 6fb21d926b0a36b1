package dev.gatehouse.app.http.audit;

import dev.gatehouse.audit.AuditEntry;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A page of the audit log.
 *
 * @param nextCursor what to go on after; null when this is the last page
 */
record AuditPage(List<AuditEntryBody> items, @Nullable UUID nextCursor) {

    static AuditPage of(List<AuditEntry> entries, @Nullable UUID next) {
        return new AuditPage(entries.stream().map(AuditEntryBody::of).toList(), next);
    }
}
