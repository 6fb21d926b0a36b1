package dev.gatehouse.audit;

import dev.gatehouse.events.InMemoryUnitOfWork;
import dev.gatehouse.events.UnitOfWorkUnavailable;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Entries in a table of the in-memory unit of work; it can be told to fail. */
public final class InMemoryAuditStore implements AuditStore, TracedOrigins {

    private static final Comparator<AuditEntry> LATEST_FIRST = Comparator.comparing(AuditEntry::at)
            .thenComparing(entry -> entry.id().toString())
            .reversed();

    private final InMemoryUnitOfWork work;
    private final Map<UUID, AuditEntry> entries;
    private volatile boolean failing;

    public InMemoryAuditStore(InMemoryUnitOfWork work) {
        this.work = work;
        entries = work.table();
    }

    /** From now on every call fails, or succeeds again. */
    public void failing(boolean nowFailing) {
        failing = nowFailing;
    }

    @Override
    public void append(List<AuditEntry> more) {
        answer();
        work.run(() -> {
            more.forEach(entry -> entries.putIfAbsent(entry.id(), entry));
            return more;
        });
    }

    @Override
    public List<AuditEntry> list(AuditQuery query, @Nullable UUID after, int limit) {
        answer();
        AuditEntry last = after == null ? null : entries.get(after);
        if (after != null && last == null) {
            return List.of();
        }
        return entries.values().stream()
                .filter(entry -> fits(query, entry))
                .filter(entry -> last == null || LATEST_FIRST.compare(entry, last) > 0)
                .sorted(LATEST_FIRST)
                .limit(limit)
                .toList();
    }

    @Override
    public List<AuditEntry> listOf(UUID user) {
        answer();
        return entries.values().stream()
                .filter(entry -> isTrace(entry, user))
                .sorted(LATEST_FIRST)
                .toList();
    }

    @Override
    public int forget(UUID user) {
        List<AuditEntry> traces = listOf(user);
        traces.forEach(entry -> entries.put(entry.id(), untraced(entry)));
        return traces.size();
    }

    private static boolean isTrace(AuditEntry entry, UUID user) {
        Fact fact = entry.fact();
        boolean theirs = user.equals(fact.actor()) || (fact.actor() == null && user.equals(fact.subject()));
        return theirs
                && (entry.origin().address() != null
                        || entry.origin().userAgent() != null
                        || fact.contact() != null
                        || fact.data().containsKey("device"));
    }

    private static AuditEntry untraced(AuditEntry entry) {
        Fact fact = entry.fact();
        var data = new HashMap<>(fact.data());
        data.remove("device");
        return new AuditEntry(
                entry.id(),
                entry.at(),
                new Fact(fact.action(), fact.outcome(), fact.reason(), fact.actor(), fact.subject(), null, data),
                new Origin(entry.origin().requestId(), null, null));
    }

    private static boolean fits(AuditQuery query, AuditEntry entry) {
        return isAbout(query, entry.fact())
                && (query.action() == null || query.action() == entry.fact().action())
                && (query.outcome() == null || query.outcome() == entry.fact().outcome())
                && (query.requestId() == null
                        || query.requestId().equals(entry.origin().requestId()))
                && (query.from() == null || !entry.at().isBefore(query.from()))
                && (query.until() == null || entry.at().isBefore(query.until()));
    }

    private static boolean isAbout(AuditQuery query, Fact fact) {
        UUID user = query.user();
        return user == null
                || user.equals(fact.subject())
                || user.equals(fact.actor())
                || (fact.subject() == null
                        && fact.contact() != null
                        && query.contacts().contains(fact.contact()));
    }

    private void answer() {
        if (failing) {
            throw new UnitOfWorkUnavailable(new IllegalStateException("told to fail"));
        }
    }
}
