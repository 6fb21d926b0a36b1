package dev.gatehouse.events;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Stream;

/** A relay over fakes, whose time stands still but for its polls. */
final class RelayWorld implements AutoCloseable {

    /** Longer than a busy machine may keep a handler from running. */
    private static final Duration LIMIT = Duration.ofSeconds(30);

    final MutableClock clock = new MutableClock(Instant.parse("2026-01-03T00:00:00Z"));
    final InMemoryUnitOfWork work = new InMemoryUnitOfWork();
    final InMemoryEventLog log = new InMemoryEventLog(work);
    final InMemoryDeliveries deliveries = new InMemoryDeliveries(work, log, clock);
    final RecordingHandler markers = new RecordingHandler("markers", EventHandler.Stage.THEN, "marker");
    private final InMemoryOutboxSignal signal = new InMemoryOutboxSignal();
    private final EventRelay relay;

    RelayWorld(RecordingHandler... handlers) {
        this(LIMIT, handlers);
    }

    RelayWorld(Duration limit, RecordingHandler... handlers) {
        relay = relay(limit, handlers);
        relay.start();
    }

    private EventRelay relay(Duration limit, RecordingHandler... handlers) {
        var all = new ArrayList<EventHandler>(List.of(handlers));
        all.add(markers);
        var pace = new RelayPace(
                Duration.ofMillis(2), limit, QueuesContract.LEASE, Duration.ofMillis(1), Duration.ofSeconds(10));
        return new EventRelay(all, deliveries, work, signal, pace, clock, new Random(1));
    }

    Event append(String type, UUID subject) {
        Event event = Events.of(type, subject);
        log.append(event);
        signal.ring();
        return event;
    }

    Event made() {
        return append(Events.MADE, UUID.randomUUID());
    }

    /** Events of as many subjects, which the relay sees all at once. */
    List<Event> made(int number) {
        List<Event> events = Stream.generate(() -> Events.of(Events.MADE, UUID.randomUUID()))
                .limit(number)
                .toList();
        work.run(() -> {
            events.forEach(log::append);
            return true;
        });
        signal.ring();
        return events;
    }

    /** Returns when the relay has looked at every queue at least once since. */
    void turn() {
        int before = markers.events().size();
        append("marker", UUID.randomUUID());
        Eventually.holds("a turn", () -> markers.events().size() > before);
    }

    /** Lets time pass, and the relay see that it has. */
    void pass(Duration time) {
        clock.advance(time);
        turn();
    }

    List<DeadLetter> deadLetters() {
        return deliveries.list(null, 100);
    }

    void awaitEmptyQueues() {
        Eventually.holds("empty queues", () -> deliveries.size() == 0);
    }

    /** What became of every call so far is written. */
    void awaitNothingUnderWay() {
        Eventually.holds("nothing under way", () -> deliveries.underWay() == 0);
    }

    void stop() {
        relay.stop();
    }

    @Override
    public void close() {
        relay.stop();
    }
}
