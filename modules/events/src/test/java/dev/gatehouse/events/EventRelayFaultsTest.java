package dev.gatehouse.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import dev.gatehouse.events.EventHandler.Stage;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

/** What the relay does when handlers fail, or the store is away. */
final class EventRelayFaultsTest {

    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(10);

    private final RecordingHandler handler = new RecordingHandler("handler", Stage.THEN, Events.MADE);
    private final RecordingHandler other = new RecordingHandler("other", Stage.THEN, Events.MADE);

    private static Handled fails(Event event) {
        throw new IllegalStateException("ada@example.com", new IllegalArgumentException("secret"));
    }

    private static Handled isDown(Event event) {
        return new Handled.Later("the mail server is down");
    }

    private void awaitCalls(int number) {
        Eventually.holds(number + " calls", () -> handler.events().size() == number);
    }

    @Test
    void whatFailsIsTriedAgainAfterPausesThatDoubleAndIsDeadAfterTheFifthTime() {
        handler.doing(EventRelayFaultsTest::fails);
        try (var world = new RelayWorld(handler)) {
            Event event = world.made();
            awaitCalls(1);
            for (int attempts = 1; attempts < 5; attempts++) {
                world.awaitNothingUnderWay();
                Duration pause = Duration.ofSeconds(1L << (attempts - 1));
                world.pass(pause.multipliedBy(7).dividedBy(10));
                assertThat(handler.events()).hasSize(attempts);
                world.pass(pause.multipliedBy(6).dividedBy(10));
                awaitCalls(attempts + 1);
            }
            world.awaitEmptyQueues();

            DeadLetter letter = world.deadLetters().getFirst();
            assertThat(letter.event()).isEqualTo(event);
            assertThat(letter.attempts()).isEqualTo(5);
            assertThat(letter.reason()).isEqualTo("IllegalStateException, caused by IllegalArgumentException");
            world.pass(LONGEST_PAUSE);
            assertThat(handler.events()).hasSize(5);
        }
    }

    @Test
    void whatIsRefusedIsDeadAtOnceAndItsSubjectGoesOn() {
        handler.doing(event -> handler.events().size() == 1 ? new Handled.Refused("no such user") : new Handled.Done());
        try (var world = new RelayWorld(handler)) {
            UUID subject = UUID.randomUUID();
            Event refused = world.append(Events.MADE, subject);
            Event next = world.append(Events.MADE, subject);
            awaitCalls(2);

            assertThat(handler.events()).containsExactly(refused, next);
            assertThat(world.deadLetters())
                    .extracting(DeadLetter::event, DeadLetter::reason, DeadLetter::attempts)
                    .containsExactly(tuple(refused, "no such user", 0));
        }
    }

    @Test
    void aHandlerThatIsDownRestsAndThenTriesOneAtATimeUntilItWorks() {
        var down = new AtomicBoolean(true);
        handler.doing(event -> down.get() ? isDown(event) : new Handled.Done());
        try (var world = new RelayWorld(handler)) {
            List<Event> events = world.made(30);
            Eventually.holds("a first call", () -> !handler.events().isEmpty());
            world.awaitNothingUnderWay();
            world.pass(Duration.ofMillis(700));
            int calls = handler.events().size();
            assertThat(calls).isBetween(1, 8);

            for (int probes = 1; probes <= 8; probes++) {
                world.pass(Duration.ofSeconds(19));
                awaitCalls(calls + probes);
                world.awaitNothingUnderWay();
            }
            world.turn();
            assertThat(handler.events()).hasSize(calls + 8);
            assertThat(world.deadLetters()).isEmpty();

            down.set(false);
            world.pass(Duration.ofSeconds(19));
            world.awaitEmptyQueues();
            assertThat(handler.events().subList(calls + 8, calls + 38)).containsExactlyInAnyOrderElementsOf(events);
        }
    }

    @Test
    void whileAHandlerIsDownOthersGoOn() {
        handler.doing(EventRelayFaultsTest::isDown);
        try (var world = new RelayWorld(handler, other)) {
            List<Event> events = world.made(30);
            Eventually.holds("all", () -> other.events().size() == 30);
            assertThat(other.events()).containsExactlyInAnyOrderElementsOf(events);
        }
    }

    @Test
    void aHandlerThatHangsIsInterruptedAndHasFailed() {
        handler.doing(event -> EventRelayTest.awaited(new CountDownLatch(1)));
        try (var world = new RelayWorld(Duration.ofMillis(100), handler, other)) {
            Event event = world.made();
            for (int calls = 1; calls <= 5; calls++) {
                awaitCalls(calls);
                world.awaitNothingUnderWay();
                world.pass(LONGEST_PAUSE);
            }
            world.awaitEmptyQueues();
            assertThat(world.deadLetters().getFirst().reason()).isEqualTo("took longer than 100 ms");
            assertThat(other.events()).containsExactly(event);
        }
    }

    @Test
    void anErrorIsAFailureLikeAnyOther() {
        handler.doing(event -> {
            throw new AssertionError("not this one");
        });
        try (var world = new RelayWorld(handler)) {
            world.made();
            for (int calls = 1; calls <= 5; calls++) {
                awaitCalls(calls);
                world.awaitNothingUnderWay();
                world.pass(LONGEST_PAUSE);
            }
            assertThat(world.deadLetters().getFirst().reason()).isEqualTo("AssertionError");
        }
    }

    @Test
    void withoutTheStoreItRestsAndThenGoesOn() {
        try (var world = new RelayWorld(handler)) {
            world.deliveries.failing(true);
            Event event = world.made();
            Eventually.holds("tries", () -> world.deliveries.failures() > 10);
            assertThat(handler.events()).isEmpty();

            world.deliveries.failing(false);

            Eventually.holds("the event", () -> handler.events().contains(event));
        }
    }

    @Test
    void whatBecameOfADeliveryIsWrittenThoughTheStoreDoesNotAnswerAtFirst() {
        try (var world = new RelayWorld(handler)) {
            handler.doing(event -> {
                world.deliveries.failFor(2);
                return new Handled.Done();
            });
            world.made();
            awaitCalls(1);
            world.awaitEmptyQueues();
            world.pass(QueuesContract.LEASE);
            assertThat(handler.events()).hasSize(1);
        }
    }

    @Test
    void whatCouldNotBeWrittenComesAgainWhenItsLeaseIsOver() {
        var stop = new AtomicBoolean(true);
        try (var world = new RelayWorld(handler)) {
            handler.doing(event -> {
                world.deliveries.failing(stop.getAndSet(false));
                return new Handled.Done();
            });
            Event event = world.made();
            awaitCalls(1);
            Eventually.holds("tries", () -> world.deliveries.failures() > 10);
            world.deliveries.failing(false);
            world.turn();
            assertThat(handler.events()).hasSize(1);

            world.pass(QueuesContract.LEASE);

            awaitCalls(2);
            world.awaitEmptyQueues();
            assertThat(handler.events()).containsExactly(event, event);
        }
    }
}
