package dev.gatehouse.audit;

import java.time.Clock;
import java.util.UUID;
import java.util.function.Supplier;

/** Makes entries of facts. */
public final class Stamp {

    private final Supplier<UUID> ids;
    private final Clock clock;

    /**
     * @param ids UUIDv7, each greater than the one before
     */
    public Stamp(Supplier<UUID> ids, Clock clock) {
        this.ids = ids;
        this.clock = clock;
    }

    AuditEntry on(Fact fact, Origin origin) {
        return new AuditEntry(ids.get(), clock.instant(), fact, origin);
    }
}
