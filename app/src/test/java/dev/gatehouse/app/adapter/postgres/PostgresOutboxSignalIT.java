package dev.gatehouse.app.adapter.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.devservices.PostgresServer;
import dev.gatehouse.events.Events;
import dev.gatehouse.events.Eventually;
import dev.gatehouse.events.OutboxSignal;
import dev.gatehouse.events.OutboxSignalContract;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class PostgresOutboxSignalIT implements OutboxSignalContract {

    private static final String KILL = """
            SELECT pg_terminate_backend(pid)::text FROM pg_stat_activity
            WHERE application_name = 'gatehouse outbox'
            """;

    private final PostgresEventLog log = new PostgresEventLog(TestPostgres.jdbc());
    private final PostgresOutboxSignal signal = new PostgresOutboxSignal(
            TestPostgres.SERVER.jdbcUrl(), PostgresServer.USER, TestPostgres.SERVER.password());

    @AfterEach
    void close() {
        signal.close();
        TestPostgres.SERVER.thaw();
    }

    @Override
    public OutboxSignal signal() {
        return signal;
    }

    @Override
    public void append() {
        log.append(Events.made());
    }

    private void hearsAgain() {
        Eventually.holds("it hears again", () -> {
            append();
            return signal.await(SHORT);
        });
    }

    private static List<String> kill() {
        return TestPostgres.query(TestPostgres.SERVER.jdbcUrl(), PostgresServer.USER, KILL);
    }

    @Test
    void aConnectionThatIsKilledIsMadeAnew() {
        hearsAgain();
        assertThat(kill()).containsExactly("true");
        assertThat(signal.await(SHORT)).isFalse();
        hearsAgain();
    }

    @Test
    void aConnectionThatIsKilledDuringTheWaitEndsNoWaitEarly() {
        hearsAgain();
        Eventually.holds("silence", () -> !signal.await(SHORT));
        long begin = System.nanoTime();
        var waiting = CompletableFuture.supplyAsync(() -> signal.await(Duration.ofMillis(500)));
        assertThat(kill()).containsExactly("true");
        assertThat(waiting.join()).isFalse();
        assertThat(Duration.ofNanos(System.nanoTime() - begin)).isGreaterThanOrEqualTo(Duration.ofMillis(499));
    }

    @Test
    void aServerThatHangsIsHeardAgainWhenItIsBack() {
        hearsAgain();
        TestPostgres.SERVER.freeze();
        assertThat(signal.await(SHORT)).isFalse();
        TestPostgres.SERVER.thaw();
        hearsAgain();
    }

    @Test
    void closedItHearsNothingAndWaitsAllTheSame() {
        hearsAgain();
        signal.close();
        append();
        long begin = System.nanoTime();
        assertThat(signal.await(SHORT)).isFalse();
        assertThat(Duration.ofNanos(System.nanoTime() - begin)).isGreaterThanOrEqualTo(SHORT.minusMillis(1));
        assertThat(kill()).isEmpty();
    }
}
