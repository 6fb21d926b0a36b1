package dev.gatehouse.app.adapter.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.devservices.PostgresServer;
import dev.gatehouse.events.DeadLetter;
import dev.gatehouse.events.Delivery;
import dev.gatehouse.events.Event;
import dev.gatehouse.events.EventHandler;
import dev.gatehouse.events.EventHandler.Stage;
import dev.gatehouse.events.EventRelay;
import dev.gatehouse.events.Events;
import dev.gatehouse.events.Eventually;
import dev.gatehouse.events.Handled;
import dev.gatehouse.events.OnceHandler;
import dev.gatehouse.events.RecordingHandler;
import dev.gatehouse.events.RelayPace;
import dev.gatehouse.events.UnitOfWorkUnavailable;
import dev.gatehouse.identity.port.InParallel;
import dev.gatehouse.identity.port.SequentialIds;
import io.micronaut.context.ApplicationContext;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Relays over a real Postgres, two at once where it matters: each has a pool and a connection to listen of its own. */
final class EventRelayIT {

    private static final String NAME = "relay";

    private static final ApplicationContext CONTEXT = TestPostgres.freshDatabase(NAME);

    private final List<AutoCloseable> running = new ArrayList<>();
    private final RecordingHandler handler = new RecordingHandler("handler", Stage.THEN, Events.MADE, Events.CHANGED);
    private final Database database = new Database(TestPostgres.jdbc(CONTEXT), UnitOfWorkUnavailable::new);
    private final PostgresEventLog log = new PostgresEventLog(TestPostgres.jdbc(CONTEXT));
    private final PostgresDeliveries deliveries = deliveries(CONTEXT);
    private final PostgresDeadLetters deadLetters = new PostgresDeadLetters(TestPostgres.jdbc(CONTEXT));

    @BeforeEach
    void nothingIsThere() {
        sql("TRUNCATE events.outbox, events.deliveries, events.dead_letters, events.handled");
    }

    @AfterEach
    void stop() throws Exception {
        for (AutoCloseable relay : running.reversed()) {
            relay.close();
        }
    }

    @AfterAll
    static void close() {
        CONTEXT.close();
    }

    private static PostgresDeliveries deliveries(ApplicationContext pool) {
        return new PostgresDeliveries(TestPostgres.jdbc(pool), new SequentialIds(Clock.systemUTC()));
    }

    private void relay(EventHandler... handlers) {
        var pool = TestPostgres.context(TestPostgres.url(NAME), Map.of());
        var signal =
                new PostgresOutboxSignal(TestPostgres.url(NAME), PostgresServer.USER, TestPostgres.SERVER.password());
        var relay = new EventRelay(
                List.of(handlers),
                deliveries(pool),
                TestPostgres.unitOfWork(pool),
                signal,
                RelayPace.STANDARD,
                Clock.systemUTC(),
                new Random());
        running.add(pool);
        running.add(signal);
        running.add(relay::stop);
        relay.start();
    }

    private static List<String> sql(String statement) {
        return TestPostgres.query(TestPostgres.url(NAME), PostgresServer.USER, statement);
    }

    private void awaitEmptyQueues() {
        String left = "SELECT 1 FROM events.outbox UNION ALL SELECT 1 FROM events.deliveries LIMIT 1";
        Eventually.holds("all is done", () -> database.find(left, row -> row).isEmpty());
    }

    private Event made() {
        Event event = Events.made();
        log.append(event);
        return event;
    }

    /** Events of each subject in their order, those of different subjects at once. */
    private List<Event> appended(String type, int subjects, int each) {
        return InParallel.run(subjects, number -> {
                    UUID subject = UUID.randomUUID();
                    return Stream.generate(() -> Events.of(type, subject))
                            .limit(each)
                            .peek(log::append)
                            .toList();
                })
                .stream()
                .flatMap(List::stream)
                .toList();
    }

    @Test
    void twoRelaysHandOverEachEventOnceAndASubjectsInTheirOrder() {
        relay(handler);
        relay(handler);

        List<Event> events = appended(Events.MADE, 40, 25);
        awaitEmptyQueues();

        assertThat(handler.events()).hasSize(1000).containsExactlyInAnyOrderElementsOf(events);
        for (Event one : events) {
            UUID subject = one.subject();
            assertThat(handler.events().stream().filter(event -> event.subject().equals(subject)))
                    .containsExactlyElementsOf(events.stream()
                            .filter(event -> event.subject().equals(subject))
                            .toList());
        }
    }

    @Test
    void withTwoRelaysTheFirstStageIsDoneBeforeAnyOtherHandlerSeesTheEvent() {
        Set<UUID> done = ConcurrentHashMap.newKeySet();
        var early = new AtomicInteger();
        var first = new RecordingHandler("first", Stage.FIRST, Events.CHANGED).doing(event -> {
            assertThat(database.find("SELECT 1", row -> row)).isPresent();
            done.add(event.id());
            return new Handled.Done();
        });
        handler.doing(event -> {
            early.addAndGet(done.contains(event.id()) ? 0 : 1);
            return new Handled.Done();
        });
        relay(handler, first);
        relay(handler, first);

        appended(Events.CHANGED, 40, 10);
        awaitEmptyQueues();

        assertThat(done).hasSize(400);
        assertThat(handler.events()).hasSize(400);
        assertThat(early).hasValue(0);
    }

    @Test
    void whatFailsFiveTimesIsADeadLetterThatCanBeRedriven() {
        handler.doing(event -> {
            throw new IllegalStateException("ada@example.com");
        });
        relay(handler);
        Event event = made();
        Eventually.holds("a dead letter", () -> {
            database.update("UPDATE events.deliveries SET due_at = now() WHERE claim IS NULL");
            return !deadLetters.list(null, 10).isEmpty();
        });
        DeadLetter letter = deadLetters.list(null, 10).getFirst();
        assertThat(letter.event()).isEqualTo(event);
        assertThat(letter.attempts()).isEqualTo(5);
        assertThat(letter.reason()).isEqualTo("IllegalStateException");
        assertThat(handler.events()).hasSize(5);

        handler.doing(again -> new Handled.Done());
        assertThat(deadLetters.redrive(letter.id())).isTrue();

        awaitEmptyQueues();
        assertThat(handler.events()).hasSize(6);
        assertThat(deadLetters.list(null, 10)).isEmpty();
    }

    @Test
    void whileItsHandlerIsDownNothingIsLost() {
        var calls = new AtomicInteger();
        handler.doing(event -> calls.incrementAndGet() < 10 ? new Handled.Later("down") : new Handled.Done());
        // All before the relay, so that it takes up eight at once and then one after each pause, not one from the
        // start.
        List<Event> events = appended(Events.MADE, 30, 1);
        relay(handler);
        awaitEmptyQueues();
        assertThat(deadLetters.list(null, 10)).isEmpty();
        assertThat(handler.events().subList(9, handler.events().size())).containsExactlyInAnyOrderElementsOf(events);
    }

    @Test
    void whatAKilledInstanceHadIsTakenUpWhenItsLeaseIsOver() {
        Event event = made();
        TestPostgres.unitOfWork(CONTEXT).run(() -> deliveries.distribute(List.of(handler), 10));
        List<Delivery> abandoned = deliveries.claim(handler.name(), 10, Duration.ofSeconds(2));
        assertThat(abandoned).hasSize(1);

        relay(handler);
        awaitEmptyQueues();

        assertThat(handler.events()).containsExactly(event);
        assertThat(deliveries.complete(abandoned.getFirst())).isFalse();
    }

    @Test
    void withoutTheConnectionThatListensEventsAreFoundByLookingAndItListensAgain() {
        relay(handler);
        String listening = """
                SELECT pid::text FROM pg_stat_activity
                WHERE application_name = 'gatehouse outbox' AND datname = 'gatehouse_%s'
                """.formatted(NAME);
        Eventually.holds("it listens", () -> !sql(listening).isEmpty());
        String before = sql(listening).getFirst();

        sql("SELECT pg_terminate_backend(%s)::text".formatted(before));
        Event event = made();

        Eventually.holds("the event", () -> handler.events().contains(event));
        Eventually.holds("it listens again", () -> !sql(listening).isEmpty());
        assertThat(sql(listening)).doesNotContain(before);
    }

    @Test
    void aRestartOfPostgresLosesNothing() {
        relay(handler);
        Event before = made();
        Eventually.holds("the event", () -> handler.events().contains(before));
        List<Event> events = appended(Events.MADE, 8, 5);
        TestPostgres.SERVER.stop();
        TestPostgres.SERVER.start();

        Eventually.holds("all of them", () -> handler.events().containsAll(events));
        // For whoever comes next: a connection that broke leaves the pool when somebody meets it.
        Eventually.holds("a whole pool", () -> InParallel.run(10, number -> answers()).stream()
                .allMatch(answered -> answered));
    }

    private boolean answers() {
        try {
            return database.find("SELECT pg_sleep(0.05)::text", row -> row.getString(1))
                    .isPresent();
        } catch (UnitOfWorkUnavailable broken) {
            return false;
        }
    }

    @Test
    void whatIsDoneInTheDatabaseIsDoneOnceThoughTheEventComesTwice() {
        sql("CREATE TABLE effects (event uuid)");
        handler.doing(event -> {
            database.update("INSERT INTO effects VALUES (?)", event.id());
            return new Handled.Done();
        });
        var once = new OnceHandler(
                handler, new PostgresInbox(TestPostgres.jdbc(CONTEXT)), TestPostgres.unitOfWork(CONTEXT));
        Event event = Events.made();

        assertThat(InParallel.run(8, number -> once.handle(event))).containsOnly(new Handled.Done());

        assertThat(sql("SELECT event::text FROM effects"))
                .containsExactly(event.id().toString());
    }
}
