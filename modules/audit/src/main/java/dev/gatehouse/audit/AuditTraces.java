package dev.gatehouse.audit;

import dev.gatehouse.events.UnitOfWorkUnavailable;
import dev.gatehouse.privacy.Erased;
import dev.gatehouse.privacy.Held;
import dev.gatehouse.privacy.PersonalData;
import dev.gatehouse.privacy.PersonalDataUnavailable;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** What the audit log says of a person beside ids: from where they did what they did. That it was done stays. */
public final class AuditTraces implements PersonalData {

    private final TracedOrigins origins;

    public AuditTraces(TracedOrigins origins) {
        this.origins = origins;
    }

    @Override
    public String name() {
        return "audit";
    }

    @Override
    public Map<String, List<Held>> export(UUID person) {
        try {
            List<Held> held =
                    origins.listOf(person).stream().map(AuditTraces::held).toList();
            return held.isEmpty() ? Map.of() : Map.of("acts", held);
        } catch (UnitOfWorkUnavailable down) {
            throw new PersonalDataUnavailable(down);
        }
    }

    private static Held held(AuditEntry entry) {
        return Held.NOTHING
                .with("action", entry.fact().action().text())
                .with("reason", entry.fact().reason())
                .with("at", entry.at())
                .with("requestId", entry.origin().requestId())
                .with("address", entry.origin().address())
                .with("userAgent", entry.origin().userAgent());
    }

    @Override
    public Erased erase(UUID person) {
        try {
            return new Erased.Done(origins.forget(person));
        } catch (UnitOfWorkUnavailable down) {
            throw new PersonalDataUnavailable(down);
        }
    }
}
