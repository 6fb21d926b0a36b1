package dev.gatehouse.events;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Queues and dead letters in tables of the in-memory unit of work; they can be told to fail. */
public final class InMemoryDeliveries implements Deliveries, DeadLetters, SubjectDeliveries {

    private record Row(Delivery delivery, boolean gating, int gates, Instant dueAt, boolean claimed) {

        long position() {
            return delivery.position();
        }

        boolean isOf(String handler) {
            return delivery.handler().equals(handler);
        }

        boolean isBehind(Row other) {
            return other.isOf(delivery.handler())
                    && other.delivery.event().subject().equals(delivery.event().subject())
                    && other.position() < position();
        }

        /** Under another claim than any before. */
        Row due(Instant at, int attempts, boolean nowClaimed) {
            var changed = new Delivery(position(), UUID.randomUUID(), delivery.handler(), attempts, delivery.event());
            return new Row(changed, gating, gates, at, nowClaimed);
        }

        Row opened() {
            return new Row(delivery, gating, gates - 1, dueAt, claimed);
        }
    }

    private final InMemoryUnitOfWork work;
    private final InMemoryEventLog outbox;
    private final Clock clock;
    private final Map<Long, Row> rows;
    private final Map<UUID, DeadLetter> letters;
    private final AtomicLong positions = new AtomicLong();
    private final AtomicLong deaths = new AtomicLong();
    private final AtomicInteger failures = new AtomicInteger();
    private final AtomicInteger toFail = new AtomicInteger();

    public InMemoryDeliveries(InMemoryUnitOfWork work, InMemoryEventLog outbox, Clock clock) {
        this.work = work;
        this.outbox = outbox;
        this.clock = clock;
        rows = work.table();
        letters = work.table();
    }

    /** From now on every call fails, or succeeds again. */
    public void failing(boolean failing) {
        failFor(failing ? Integer.MAX_VALUE : 0);
    }

    /** So many calls fail from now on. */
    void failFor(int calls) {
        toFail.set(calls);
    }

    int failures() {
        return failures.get();
    }

    /** How many deliveries are in all queues. */
    int size() {
        return rows.size();
    }

    /** How many of them are claimed. */
    int underWay() {
        return Math.toIntExact(rows.values().stream().filter(Row::claimed).count());
    }

    @Override
    public int distribute(List<EventHandler> handlers, int limit) {
        return answer(() -> {
            List<Event> events = outbox.take(limit);
            events.forEach(event -> distribute(event, handlers));
            return events.size();
        });
    }

    private void distribute(Event event, List<EventHandler> handlers) {
        var takers = handlers.stream()
                .filter(handler -> handler.handles(event.type()))
                .toList();
        int gates = Math.toIntExact(
                takers.stream().filter(InMemoryDeliveries::isFirst).count());
        takers.forEach(taker -> enqueue(taker.name(), event, isFirst(taker), isFirst(taker) ? 0 : gates));
    }

    private static boolean isFirst(EventHandler handler) {
        return handler.stage() == EventHandler.Stage.FIRST;
    }

    private void enqueue(String handler, Event event, boolean gating, int gates) {
        var delivery = new Delivery(positions.incrementAndGet(), UUID.randomUUID(), handler, 0, event);
        rows.put(delivery.position(), new Row(delivery, gating, gates, clock.instant(), false));
    }

    @Override
    public List<Delivery> claim(String handler, int limit, Duration lease) {
        Predicate<Row> inTheQueue = row -> row.isOf(handler);
        return answer(() -> claim(inTheQueue.and(this::isDue), limit, lease));
    }

    @Override
    public List<Delivery> claimOrphans(Collection<String> handlers, Duration age, int limit, Duration lease) {
        Instant since = clock.instant().minus(age);
        Predicate<Row> orphaned = row -> !handlers.contains(row.delivery().handler());
        return answer(() -> claim(orphaned.and(row -> !row.dueAt().isAfter(since)), limit, lease));
    }

    private List<Delivery> claim(Predicate<Row> chosen, int limit, Duration lease) {
        Instant until = clock.instant().plus(lease);
        var claimed = rows.values().stream()
                .filter(chosen)
                .sorted(Comparator.comparingLong(Row::position))
                .limit(limit)
                .map(row -> row.due(until, row.delivery().attempts(), true))
                .toList();
        claimed.forEach(row -> rows.put(row.position(), row));
        return claimed.stream().map(Row::delivery).toList();
    }

    private boolean isDue(Row row) {
        return row.gates() == 0
                && !row.dueAt().isAfter(clock.instant())
                && rows.values().stream().noneMatch(row::isBehind);
    }

    @Override
    public boolean complete(Delivery delivery) {
        return answer(() -> leaves(delivery));
    }

    @Override
    public boolean release(Delivery delivery) {
        return answer(() -> isDueAgain(delivery, Duration.ZERO));
    }

    @Override
    public boolean retry(Delivery delivery, Duration delay) {
        return answer(() -> isDueAgain(delivery, delay));
    }

    @Override
    public boolean bury(Delivery delivery, String reason) {
        return answer(() -> {
            boolean buried = leaves(delivery);
            if (buried) {
                var id = new UUID(0, deaths.incrementAndGet());
                var cut = reason.substring(0, Math.min(reason.length(), 200));
                letters.put(
                        id,
                        new DeadLetter(
                                id, delivery.handler(), delivery.event(), delivery.attempts(), cut, clock.instant()));
            }
            return buried;
        });
    }

    private Optional<Row> claimed(Delivery delivery) {
        return Optional.ofNullable(rows.get(delivery.position()))
                .filter(row -> row.delivery().claim().equals(delivery.claim()));
    }

    private boolean isDueAgain(Delivery delivery, Duration delay) {
        Optional<Row> row = claimed(delivery);
        row.ifPresent(found ->
                rows.put(found.position(), found.due(clock.instant().plus(delay), delivery.attempts(), false)));
        return row.isPresent();
    }

    private boolean leaves(Delivery delivery) {
        Optional<Row> row = claimed(delivery);
        row.ifPresent(found -> rows.remove(found.position()));
        row.filter(Row::gating).ifPresent(this::open);
        return row.isPresent();
    }

    private void open(Row gate) {
        UUID event = gate.delivery().event().id();
        rows.replaceAll((position, row) ->
                row.gates() > 0 && row.delivery().event().id().equals(event) ? row.opened() : row);
    }

    @Override
    public List<DeadLetter> list(@Nullable UUID after, int limit) {
        return answer(() -> letters.values().stream()
                .filter(letter -> after == null || letter.id().compareTo(after) > 0)
                .sorted(Comparator.comparing(DeadLetter::id))
                .limit(limit)
                .toList());
    }

    @Override
    public boolean redrive(UUID id) {
        return answer(() -> {
            Optional<DeadLetter> letter = Optional.ofNullable(letters.remove(id));
            letter.ifPresent(found -> enqueue(found.handler(), found.event(), false, 0));
            return letter.isPresent();
        });
    }

    @Override
    public List<DeadLetter> listOf(UUID subject) {
        return answer(() -> letters.values().stream()
                .filter(letter -> letter.event().subject().equals(subject))
                .sorted(Comparator.comparing(DeadLetter::id))
                .toList());
    }

    @Override
    public int forget(UUID subject) {
        return answer(() -> {
            int before = letters.size();
            letters.values().removeIf(letter -> letter.event().subject().equals(subject));
            return before - letters.size();
        });
    }

    @Override
    public List<SubjectDelivery> listOf(UUID subject, int limit) {
        return answer(() -> Stream.concat(waiting(subject), dead(subject))
                .sorted(Comparator.comparing(SubjectDelivery::occurredAt)
                        .reversed()
                        .thenComparing(SubjectDelivery::handler))
                .limit(limit)
                .toList());
    }

    private Stream<SubjectDelivery> waiting(UUID subject) {
        return rows.values().stream()
                .filter(row -> row.delivery().event().subject().equals(subject))
                .map(row -> new SubjectDelivery(
                        row.delivery().handler(),
                        row.delivery().event().type(),
                        row.delivery().event().occurredAt(),
                        row.delivery().attempts(),
                        row.dueAt(),
                        null));
    }

    private Stream<SubjectDelivery> dead(UUID subject) {
        return letters.values().stream()
                .filter(letter -> letter.event().subject().equals(subject))
                .map(letter -> new SubjectDelivery(
                        letter.handler(),
                        letter.event().type(),
                        letter.event().occurredAt(),
                        letter.attempts(),
                        null,
                        letter.reason()));
    }

    private <T> T answer(Supplier<T> call) {
        if (toFail.getAndUpdate(calls -> Math.max(calls - 1, 0)) > 0) {
            failures.incrementAndGet();
            throw new UnitOfWorkUnavailable(new IllegalStateException("told to fail"));
        }
        return work.run(call);
    }
}
