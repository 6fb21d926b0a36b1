package dev.gatehouse.audit;

import dev.gatehouse.events.InMemoryUnitOfWork;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/** Facts in a table of the in-memory unit of work, and refusals beside it. */
public final class InMemoryAuditLog implements AuditLog {

    private final InMemoryUnitOfWork work;
    private final Map<Integer, Fact> facts;
    private final Map<Integer, Fact> refusals = new ConcurrentHashMap<>();
    private final AtomicInteger recorded = new AtomicInteger();

    public InMemoryAuditLog(InMemoryUnitOfWork work) {
        this.work = work;
        facts = work.table();
    }

    @Override
    public void record(Fact fact) {
        int number = recorded.getAndIncrement();
        if (fact.outcome() == Outcome.DENIED) {
            refusals.put(number, fact);
        } else {
            work.run(() -> Optional.ofNullable(facts.put(number, fact)));
        }
    }

    /** All of them, in their order. */
    public List<Fact> facts() {
        return Stream.concat(facts.entrySet().stream(), refusals.entrySet().stream())
                .sorted(Comparator.comparing(Map.Entry::getKey))
                .map(Map.Entry::getValue)
                .toList();
    }

    /** Those of an action, in their order. */
    public List<Fact> of(Action action) {
        return facts().stream().filter(fact -> fact.action() == action).toList();
    }
}
