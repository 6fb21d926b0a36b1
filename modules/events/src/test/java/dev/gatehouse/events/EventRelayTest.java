package dev.gatehouse.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gatehouse.events.EventHandler.Stage;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the relay promises handlers that do what is asked of them. */
final class EventRelayTest {

    private final RecordingHandler handler = new RecordingHandler("handler", Stage.THEN, Events.MADE, Events.CHANGED);

    static Handled awaited(CountDownLatch latch) {
        try {
            latch.await();
            return new Handled.Done();
        } catch (InterruptedException stop) {
            throw new IllegalStateException(stop);
        }
    }

    @Test
    void everyEventIsHandedOverOnceAndASubjectsInTheirOrder() {
        try (var world = new RelayWorld(handler)) {
            List<UUID> subjects = Stream.generate(UUID::randomUUID).limit(7).toList();
            var appended = new ArrayList<Event>();
            for (int i = 0; i < 700; i++) {
                appended.add(world.append(Events.MADE, subjects.get(i % 7)));
            }
            world.awaitEmptyQueues();
            Eventually.holds("all", () -> handler.events().size() == 700);

            assertThat(handler.events()).containsExactlyInAnyOrderElementsOf(appended);
            for (UUID subject : subjects) {
                assertThat(handler.events().stream()
                                .filter(event -> event.subject().equals(subject)))
                        .containsExactlyElementsOf(appended.stream()
                                .filter(event -> event.subject().equals(subject))
                                .toList());
            }
        }
    }

    @Test
    void aHandlerOfTheFirstStageIsDoneBeforeAnyOtherSeesTheEvent() {
        var done = new CountDownLatch(1);
        var first = new RecordingHandler("first", Stage.FIRST, Events.CHANGED).doing(event -> awaited(done));
        try (var world = new RelayWorld(Duration.ofSeconds(30), handler, first)) {
            Event changed = world.append(Events.CHANGED, UUID.randomUUID());
            Event other = world.append(Events.MADE, UUID.randomUUID());
            Eventually.holds(
                    "both",
                    () -> first.events().contains(changed) && handler.events().contains(other));
            world.turn();
            assertThat(handler.events()).containsExactly(other);

            done.countDown();

            Eventually.holds("the event", () -> handler.events().contains(changed));
        }
    }

    @Test
    void withoutAHandlerTheOutboxEmptiesAllTheSame() {
        try (var world = new RelayWorld()) {
            Event event = world.made();
            Eventually.holds("empty", () -> world.log.of(event.subject()).isEmpty());
            assertThat(world.deliveries.size()).isZero();
        }
    }

    @Test
    void eightAreHandedToAHandlerAtOnceAndNoMore() {
        var done = new CountDownLatch(1);
        handler.doing(event -> awaited(done));
        try (var world = new RelayWorld(Duration.ofSeconds(30), handler)) {
            world.made(20);
            Eventually.holds("eight", () -> handler.events().size() == 8);
            world.turn();
            assertThat(handler.events()).hasSize(8);

            done.countDown();

            world.awaitEmptyQueues();
            assertThat(handler.events()).hasSize(20);
        }
    }

    @Test
    void whatAKilledInstanceHadClaimedIsTakenUpWhenItsLeaseIsOver() {
        try (var world = new RelayWorld(handler)) {
            Event event = Events.made();
            world.work.run(() -> {
                world.log.append(event);
                world.deliveries.distribute(List.of(handler), 10);
                return world.deliveries.claim(handler.name(), 10, QueuesContract.LEASE);
            });
            world.pass(QueuesContract.LEASE.minusMillis(1));
            assertThat(handler.events()).isEmpty();

            world.pass(Duration.ofMillis(1));

            Eventually.holds("the event", () -> handler.events().contains(event));
        }
    }

    @Test
    void atTheEndThoseUnderWayEndAndNoneBegins() {
        var done = new CountDownLatch(1);
        handler.doing(event -> awaited(done));
        var world = new RelayWorld(Duration.ofSeconds(30), handler);
        world.made(20);
        Eventually.holds("eight", () -> handler.events().size() == 8);

        var stopping = Thread.ofVirtual().start(world::stop);
        Eventually.holds("the relay waits", () -> stopping.getState() == Thread.State.TIMED_WAITING);
        done.countDown();
        Eventually.holds("the end", () -> !stopping.isAlive());

        assertThat(world.deliveries.size()).isEqualTo(12);
        assertThat(handler.events()).hasSize(8);
        assertThat(world.deliveries.claim(handler.name(), 20, QueuesContract.LEASE))
                .hasSize(12);
    }

    @Test
    void twoHandlersOfOneNameAreRefused() {
        var twin = new RecordingHandler("handler", Stage.FIRST, Events.MADE);
        assertThatThrownBy(() -> relayOf(handler, twin)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> relayOf(new RecordingHandler("No Name", Stage.THEN)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static EventRelay relayOf(EventHandler... handlers) {
        var work = new InMemoryUnitOfWork();
        var deliveries = new InMemoryDeliveries(work, new InMemoryEventLog(work), Clock.systemUTC());
        return new EventRelay(
                List.of(handlers),
                deliveries,
                work,
                new InMemoryOutboxSignal(),
                RelayPace.STANDARD,
                Clock.systemUTC(),
                new Random(1));
    }
}
