package dev.gatehouse.app.adapter.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.devservices.PostgresServer;
import dev.gatehouse.events.DeadLetters;
import dev.gatehouse.events.DeadLettersContract;
import dev.gatehouse.events.Deliveries;
import dev.gatehouse.events.DeliveriesContract;
import dev.gatehouse.events.Delivery;
import dev.gatehouse.events.Event;
import dev.gatehouse.events.EventLog;
import dev.gatehouse.events.Events;
import dev.gatehouse.events.UnitOfWork;
import dev.gatehouse.identity.port.InParallel;
import dev.gatehouse.identity.port.SequentialIds;
import io.micronaut.context.ApplicationContext;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class PostgresDeliveriesIT implements DeliveriesContract, DeadLettersContract {

    private static final String NAME = "queues";

    private static final ApplicationContext CONTEXT = TestPostgres.freshDatabase(NAME);

    private final PostgresUnitOfWork work = TestPostgres.unitOfWork(CONTEXT);
    private final PostgresEventLog log = new PostgresEventLog(TestPostgres.jdbc(CONTEXT));
    private final PostgresDeliveries deliveries =
            new PostgresDeliveries(TestPostgres.jdbc(CONTEXT), new SequentialIds(Clock.systemUTC()));
    private final PostgresDeadLetters deadLetters = new PostgresDeadLetters(TestPostgres.jdbc(CONTEXT));

    @AfterAll
    static void close() {
        CONTEXT.close();
    }

    @BeforeEach
    void nothingIsThere() {
        sql("TRUNCATE events.outbox, events.deliveries, events.dead_letters");
    }

    private static List<String> sql(String statement) {
        return TestPostgres.query(TestPostgres.url(NAME), PostgresServer.USER, statement);
    }

    @Override
    public UnitOfWork work() {
        return work;
    }

    @Override
    public EventLog log() {
        return log;
    }

    @Override
    public Deliveries deliveries() {
        return deliveries;
    }

    @Override
    public DeadLetters deadLetters() {
        return deadLetters;
    }

    /** To the queues it is all the same whether time goes on or what they have was due earlier. */
    @Override
    public void pass(Duration time) {
        sql("UPDATE events.deliveries SET due_at = due_at - '%s'::interval".formatted(time));
    }

    private static <T> T onAnotherThread(Supplier<T> call) {
        return CompletableFuture.supplyAsync(call).join();
    }

    @Test
    void oneInstanceAtATimeDistributes() {
        appended(Events.MADE, UUID.randomUUID());
        int meanwhile = work.run(() -> {
            assertThat(deliveries.distribute(List.of(THEN_HANDLER), 100)).isEqualTo(1);
            return onAnotherThread(() -> distributed(List.of(THEN_HANDLER), 100));
        });
        assertThat(meanwhile).isZero();
        assertThat(claimed(THEN)).hasSize(1);
    }

    @Test
    void anEventThatCommitsLateComesAfterWhatIsUnderWayOfItsSubject() {
        UUID subject = UUID.randomUUID();
        Event late = Events.of(Events.MADE, subject);
        Delivery early = work.run(() -> {
            log.append(late);
            return onAnotherThread(() -> {
                var _ = queued(Events.MADE, subject);
                return claimedOne(THEN);
            });
        });
        distributed(List.of(THEN_HANDLER), 100);

        assertThat(claimed(THEN)).isEmpty();
        deliveries.complete(early);
        assertThat(claimedOne(THEN).event()).isEqualTo(late);
    }

    @Test
    void whoeverClaimsAtOnceGetsDeliveriesOfTheirOwn() {
        UUID[] subjects = Stream.generate(UUID::randomUUID).limit(60).toArray(UUID[]::new);
        queued(Events.MADE, subjects);
        queued(Events.MADE, subjects);

        List<Delivery> claimed = InParallel.run(8, number -> deliveries.claim(THEN, 8, LEASE)).stream()
                .flatMap(List::stream)
                .toList();

        assertThat(claimed).hasSizeBetween(1, 60).extracting(Delivery::position).doesNotHaveDuplicates();
        assertThat(claimed).extracting(delivery -> delivery.event().subject()).doesNotHaveDuplicates();
    }

    /** The last one of a subject is done just when the next one comes: neither must miss the other. */
    @Test
    void whatIsDistributedWhileTheLastOneIsCompletedIsDue() {
        for (int round = 0; round < 200; round++) {
            UUID subject = UUID.randomUUID();
            queued(Events.MADE, subject);
            Delivery last = claimedOne(THEN);
            Event next = appended(Events.MADE, subject);

            InParallel.run(
                    2,
                    number -> number == 0
                            ? deliveries.complete(last)
                            : distributed(List.of(FIRST_HANDLER, THEN_HANDLER), 100) == 1);

            Delivery delivery = claimedOne(THEN);
            assertThat(delivery.event()).isEqualTo(next);
            deliveries.complete(delivery);
        }
    }

    @Test
    void ofASubjectWithManyEventsOneAloneIsDueHoweverTheyCome() {
        UUID subject = UUID.randomUUID();
        List<Event> events =
                Stream.generate(() -> appended(Events.MADE, subject)).limit(60).toList();
        var done = new ArrayList<Event>();

        while (done.size() < events.size()) {
            distributed(List.of(THEN_HANDLER), 7);
            List<Delivery> claimed = InParallel.run(3, number -> claimed(THEN)).stream()
                    .flatMap(List::stream)
                    .toList();
            assertThat(claimed).hasSize(1);
            InParallel.run(
                    2,
                    number -> number == 0
                            ? deliveries.complete(claimed.getFirst())
                            : distributed(List.of(THEN_HANDLER), 7) >= 0);
            done.add(claimed.getFirst().event());
        }

        assertThat(done).isEqualTo(events);
    }

    @Test
    void handlersOfTheFirstStageThatEndAtOnceOpenTheWayTogether() {
        queued(Events.CHANGED, Stream.generate(UUID::randomUUID).limit(20).toArray(UUID[]::new));
        sql("UPDATE events.deliveries SET gates = 2 WHERE NOT gating");
        sql("""
            INSERT INTO events.deliveries (handler, gating, gates, head, event_id, type, subject, occurred_at, data,
                due_at)
            SELECT 'also-first', gating, gates, head, event_id, type, subject, occurred_at, data, due_at
            FROM events.deliveries WHERE gating ORDER BY position
            """);
        List<Delivery> first = Stream.of("first", "also-first")
                .flatMap(handler -> claimed(handler).stream())
                .toList();

        assertThat(InParallel.run(first.size(), number -> deliveries.complete(first.get(number))))
                .containsOnly(true)
                .hasSize(40);

        assertThat(claimed(THEN)).hasSize(20);
    }

    @Test
    void aLeaseThatEndsIsGivenToOneAlone() {
        queued(Events.MADE, UUID.randomUUID());
        claimedOne(THEN);
        pass(LEASE);
        assertThat(InParallel.run(8, number -> claimed(THEN)).stream().flatMap(List::stream))
                .hasSize(1);
    }
}
