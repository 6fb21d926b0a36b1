package dev.gatehouse.app.adapter.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.devservices.PostgresServer;
import dev.gatehouse.events.Inbox;
import dev.gatehouse.events.InboxContract;
import dev.gatehouse.events.UnitOfWork;
import dev.gatehouse.identity.port.InParallel;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class PostgresInboxIT implements InboxContract {

    private final PostgresUnitOfWork work = TestPostgres.unitOfWork();
    private final PostgresInbox inbox = new PostgresInbox(TestPostgres.jdbc());

    @BeforeEach
    void nothingIsThere() {
        sql("TRUNCATE events.handled");
    }

    private static void sql(String statement) {
        TestPostgres.query(TestPostgres.SERVER.jdbcUrl(), PostgresServer.USER, statement);
    }

    @Override
    public UnitOfWork work() {
        return work;
    }

    @Override
    public Inbox inbox() {
        return inbox;
    }

    @Override
    public void pass(Duration time) {
        sql("UPDATE events.handled SET handled_at = handled_at - '%s'::interval".formatted(time));
    }

    @Test
    void ofManyAtOnceOneClaims() {
        UUID event = UUID.randomUUID();
        assertThat(InParallel.run(8, number -> work.run(() -> inbox.claim("one", event))))
                .containsOnlyOnce(true)
                .hasSize(8);
    }
}
