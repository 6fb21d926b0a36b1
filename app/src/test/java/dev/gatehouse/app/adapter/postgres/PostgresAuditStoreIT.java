package dev.gatehouse.app.adapter.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gatehouse.audit.Action;
import dev.gatehouse.audit.AuditEntry;
import dev.gatehouse.audit.AuditQuery;
import dev.gatehouse.audit.AuditStore;
import dev.gatehouse.audit.AuditStoreContract;
import dev.gatehouse.audit.Fact;
import dev.gatehouse.audit.Origin;
import dev.gatehouse.audit.TracedOrigins;
import dev.gatehouse.audit.TracedOriginsContract;
import dev.gatehouse.events.UnitOfWork;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class PostgresAuditStoreIT implements AuditStoreContract, TracedOriginsContract {

    private final PostgresAuditStore store = new PostgresAuditStore(TestPostgres.jdbc());

    @Override
    public AuditStore store() {
        return store;
    }

    @Override
    public TracedOrigins origins() {
        return store;
    }

    @Override
    public UnitOfWork work() {
        return TestPostgres.unitOfWork();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "UPDATE audit.entries SET outcome = 'DONE' WHERE id = '%s'",
                "DELETE FROM audit.entries WHERE id = '%s'",
                "TRUNCATE audit.entries -- %s",
                "SELECT set_config('audit.forgetting', 'on', false); DELETE FROM audit.entries WHERE id = '%s'",
                "SELECT audit.forget('-1 day', 1000000) -- %s"
            })
    void notEvenTheOwnerChangesWhatIsWrittenNorTakesTheYoungAway(String sql) {
        UUID user = UUID.randomUUID();
        var entry = new AuditEntry(
                UUID.randomUUID(), now(), Fact.done(Action.LOG_IN).of(user), Origin.NONE);
        store.append(List.of(entry));

        assertThatThrownBy(() -> TestPostgres.query(sql.formatted(entry.id())))
                .rootCause()
                .hasMessageContaining("append-only");

        assertThat(store.list(AuditQuery.about(user, Set.of()), null, 9)).containsExactly(entry);
    }

    private static Instant now() {
        return Instant.parse(
                TestPostgres.query("SELECT to_char(now() AT TIME ZONE 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS\"Z\"')")
                        .getFirst());
    }
}
