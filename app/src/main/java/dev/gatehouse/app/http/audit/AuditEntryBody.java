package dev.gatehouse.app.http.audit;

import dev.gatehouse.audit.AuditEntry;
import dev.gatehouse.audit.Fact;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An entry of the audit log as administrators see it.
 *
 * @param actor the user who did it; null for nobody known
 * @param subject the user it was done to; null for none known
 * @param contact an HMAC of the address or number that it was about; null for none
 */
public record AuditEntryBody(
        UUID id,
        Instant at,
        String action,
        String outcome,
        @Nullable String reason,
        @Nullable UUID actor,
        @Nullable UUID subject,
        @Nullable String contact,
        @Nullable String requestId,
        @Nullable String address,
        @Nullable String userAgent,
        Map<String, String> data) {

    public static AuditEntryBody of(AuditEntry entry) {
        Fact fact = entry.fact();
        return new AuditEntryBody(
                entry.id(),
                entry.at(),
                fact.action().text(),
                fact.outcome().text(),
                fact.reason(),
                fact.actor(),
                fact.subject(),
                fact.contact(),
                entry.origin().requestId(),
                entry.origin().address(),
                entry.origin().userAgent(),
                fact.data());
    }
}
