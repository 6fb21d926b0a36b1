package dev.gatehouse.audit;

import dev.gatehouse.events.InMemoryUnitOfWork;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/** Facts in a table of the in-memory unit of work. */
public final class InMemoryAuditLog implements AuditLog {

    private final InMemoryUnitOfWork work;
    private final Map<Integer, Fact> facts;
    private final AtomicInteger recorded = new AtomicInteger();

    public InMemoryAuditLog(InMemoryUnitOfWork work) {
        this.work = work;
        facts = work.table();
    }

    @Override
    public void record(Fact fact) {
        work.run(() -> Optional.ofNullable(facts.put(recorded.getAndIncrement(), fact)));
    }

    /** All of them, in their order. */
    public List<Fact> facts() {
        return facts.entrySet().stream()
                .sorted(Comparator.comparing(Map.Entry::getKey))
                .map(Map.Entry::getValue)
                .toList();
    }

    /** Those of an action, in their order. */
    public List<Fact> of(Action action) {
        return facts().stream().filter(fact -> fact.action() == action).toList();
    }
}
