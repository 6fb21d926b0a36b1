package dev.gatehouse.app.adapter.postgres;

import dev.gatehouse.devservices.PostgresServer;
import dev.gatehouse.events.EventHandler;
import dev.gatehouse.events.EventHandler.Stage;
import dev.gatehouse.events.EventRelay;
import dev.gatehouse.events.Events;
import dev.gatehouse.events.RecordingHandler;
import dev.gatehouse.events.RelayPace;
import dev.gatehouse.events.UnitOfWorkUnavailable;
import dev.gatehouse.identity.port.SequentialIds;
import io.micronaut.context.ApplicationContext;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Measures how long the relay takes for a full outbox. No test: {@code bench/drain} runs it. */
final class DrainBench {

    private static final String NAME = "drain";

    private static final List<EventHandler> ONE = List.of(new RecordingHandler("one", Stage.THEN, Events.MADE));
    private static final List<EventHandler> THREE = List.of(
            new RecordingHandler("first", Stage.FIRST, Events.MADE),
            new RecordingHandler("one", Stage.THEN, Events.MADE),
            new RecordingHandler("other", Stage.THEN, Events.MADE));

    private final ApplicationContext context = TestPostgres.freshDatabase(NAME);
    private final PostgresUnitOfWork work = TestPostgres.unitOfWork(context);
    private final PostgresEventLog log = new PostgresEventLog(TestPostgres.jdbc(context));
    private final Database database = new Database(TestPostgres.jdbc(context), UnitOfWorkUnavailable::new);

    @Test
    void measure() {
        drained(2_000, 2_000, THREE);
        System.out.println("| events | subjects | handlers | time | deliveries/s |");
        System.out.println("|---|---|---|---|---|");
        report(10_000, 10_000, ONE);
        report(10_000, 10_000, THREE);
        report(10_000, 100, THREE);
        report(10_000, 1, ONE);
        context.close();
    }

    private void report(int events, int subjects, List<EventHandler> handlers) {
        double seconds = drained(events, subjects, handlers).toMillis() / 1000.0;
        System.out.printf(
                "| %d | %d | %d | %.1f s | %.0f |%n",
                events, subjects, handlers.size(), seconds, events * handlers.size() / seconds);
    }

    private Duration drained(int events, int subjects, List<EventHandler> handlers) {
        fill(events, subjects);
        try (var signal =
                new PostgresOutboxSignal(TestPostgres.url(NAME), PostgresServer.USER, TestPostgres.SERVER.password())) {
            var relay = new EventRelay(
                    handlers,
                    new PostgresDeliveries(TestPostgres.jdbc(context), new SequentialIds(Clock.systemUTC())),
                    work,
                    signal,
                    RelayPace.STANDARD,
                    Clock.systemUTC(),
                    new Random());
            long begin = System.nanoTime();
            relay.start();
            while (isSomethingLeft()) {
                LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
            }
            var time = Duration.ofNanos(System.nanoTime() - begin);
            relay.stop();
            return time;
        }
    }

    private void fill(int events, int subjects) {
        List<UUID> all = Stream.generate(UUID::randomUUID).limit(subjects).toList();
        for (int done = 0; done < events; done += 500) {
            int from = done;
            work.run(() -> {
                IntStream.range(from, from + 500)
                        .forEach(number -> log.append(Events.of(Events.MADE, all.get(number % subjects))));
                return true;
            });
        }
    }

    private boolean isSomethingLeft() {
        return database.find(
                        "SELECT 1 FROM events.outbox UNION ALL SELECT 1 FROM events.deliveries LIMIT 1", row -> true)
                .isPresent();
    }
}
