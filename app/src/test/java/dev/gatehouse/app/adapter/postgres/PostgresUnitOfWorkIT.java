package dev.gatehouse.app.adapter.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.gatehouse.events.Event;
import dev.gatehouse.events.EventLog;
import dev.gatehouse.events.UnitOfWork;
import dev.gatehouse.events.UnitOfWorkContract;
import dev.gatehouse.events.UnitOfWorkUnavailable;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

final class PostgresUnitOfWorkIT implements UnitOfWorkContract {

    private record Row(UUID id, String type, UUID subject, Instant at, Map<String, String> data) {}

    private static final JsonMapper JSON =
            JsonMapper.builder().findAndAddModules().build();

    private final PostgresUnitOfWork work = TestPostgres.unitOfWork();
    private final PostgresEventLog log = new PostgresEventLog(TestPostgres.jdbc());
    private final Database database = new Database(TestPostgres.jdbc(), UnitOfWorkUnavailable::new);

    @Override
    public UnitOfWork work() {
        return work;
    }

    @Override
    public EventLog log() {
        return log;
    }

    @Override
    public List<Event> committed(UUID subject) {
        return TestPostgres.query("""
                        SELECT jsonb_build_object(
                            'id', id, 'type', type, 'subject', subject, 'at', occurred_at, 'data', data)
                        FROM events.outbox WHERE subject = '%s' ORDER BY position
                        """.formatted(subject)).stream()
                .map(PostgresUnitOfWorkIT::read)
                .toList();
    }

    private static Event read(String json) {
        try {
            Row row = JSON.readValue(json, new TypeReference<>() {});
            return new Event(row.id(), row.type(), row.subject(), row.at(), row.data());
        } catch (JsonProcessingException failure) {
            throw new AssertionError(failure);
        }
    }

    private static Event event(UUID subject, Map<String, String> data) {
        return new Event(UUID.randomUUID(), "thing.made", subject, Instant.parse("2026-01-02T03:04:05Z"), data);
    }

    private void breakTheConnection() {
        var _ = catchThrowable(
                () -> database.update("DO $$ BEGIN PERFORM pg_terminate_backend(pg_backend_pid()); END $$"));
    }

    @Test
    void anyTextIsKeptAsItWas() {
        UUID subject = UUID.randomUUID();
        Event odd = event(subject, Map.of("", "", "a\"b", "{1,2}", "null", "NULL", "λ", "\\ \n ' ? :x"));
        Event bare = event(subject, Map.of());
        log.append(odd);
        log.append(bare);
        assertThat(committed(subject)).containsExactly(odd, bare);
    }

    @Test
    void anEventThatIsThereAlreadyFailsTheUnit() {
        UUID subject = UUID.randomUUID();
        Event event = event(subject, Map.of());
        assertThatThrownBy(() -> work.run(() -> {
                    log.append(event);
                    log.append(event);
                    return true;
                }))
                .isInstanceOf(IllegalStateException.class);
        assertThat(committed(subject)).isEmpty();
    }

    @Test
    void anActionAfterTheCommitMayRunUnitsOfItsOwn() {
        UUID subject = UUID.randomUUID();
        var seen = new ArrayList<String>();
        work.run(() -> {
            work.afterCommit(() -> {
                work.run(() -> {
                    work.afterCommit(
                            () -> seen.add("inner sees " + committed(subject).size()));
                    log.append(event(subject, Map.of()));
                    return true;
                });
                seen.add("outer sees " + committed(subject).size());
            });
            return true;
        });
        assertThat(seen).containsExactly("inner sees 1", "outer sees 1");
    }

    @Test
    void aFailedActionOfItsOwnUnitDoesNotTouchTheFirst() {
        UUID subject = UUID.randomUUID();
        work.run(() -> {
            work.afterCommit(() -> work.run(() -> {
                log.append(event(subject, Map.of()));
                throw new IllegalStateException("the action failed");
            }));
            log.append(event(subject, Map.of()));
            return true;
        });
        assertThat(committed(subject)).hasSize(1);
    }

    @Test
    void whatTheWorkThrewReachesTheCallerThoughTheConnectionIsGone() {
        var failure = new IllegalArgumentException("the work failed");
        assertThatThrownBy(() -> work.run(() -> {
                    breakTheConnection();
                    throw failure;
                }))
                .isSameAs(failure);
    }

    @Test
    void aCommitWhoseOutcomeIsUnknownIsUnavailableAndRunsNoAction() {
        var seen = new ArrayList<String>();
        assertThatThrownBy(() -> work.run(() -> {
                    work.afterCommit(() -> seen.add("never"));
                    breakTheConnection();
                    return true;
                }))
                .isInstanceOf(UnitOfWorkUnavailable.class);
        assertThat(seen).isEmpty();
    }

    @Test
    void aUnitThatHidAnErrorOfItsStatementsDoesNotSeemToCommit() {
        UUID subject = UUID.randomUUID();
        var seen = new ArrayList<String>();
        assertThatThrownBy(() -> work.run(() -> {
                    work.afterCommit(() -> seen.add("never"));
                    log.append(event(subject, Map.of()));
                    return catchThrowable(() -> database.update("SELECT 1 / 0"));
                }))
                .isInstanceOf(IllegalStateException.class);
        assertThat(seen).isEmpty();
        assertThat(committed(subject)).isEmpty();
    }
}
