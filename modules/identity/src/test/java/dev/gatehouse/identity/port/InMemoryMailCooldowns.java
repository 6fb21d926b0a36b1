package dev.gatehouse.identity.port;

import dev.gatehouse.events.InMemoryUnitOfWork;
import dev.gatehouse.identity.model.MailPurpose;
import java.time.Instant;
import java.util.Map;

/** Cooldowns in a table of the in-memory unit of work. */
public final class InMemoryMailCooldowns implements MailCooldowns {

    private record Key(String contact, MailPurpose purpose) {}

    private final InMemoryUnitOfWork work;
    private final Map<Key, Instant> ends;

    public InMemoryMailCooldowns(InMemoryUnitOfWork work) {
        this.work = work;
        ends = work.table();
    }

    @Override
    public boolean begin(String contact, MailPurpose purpose, Instant now, Instant until) {
        return work.run(() -> {
            var key = new Key(contact, purpose);
            boolean underWay = now.isBefore(ends.getOrDefault(key, now));
            InParallel.giveWay();
            if (!underWay) {
                ends.put(key, until);
            }
            return !underWay;
        });
    }
}
