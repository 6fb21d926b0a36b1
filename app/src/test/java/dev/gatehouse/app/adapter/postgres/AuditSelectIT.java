package dev.gatehouse.app.adapter.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.audit.AuditQuery;
import dev.gatehouse.audit.AuditStore;
import dev.gatehouse.devservices.PostgresServer;
import dev.gatehouse.events.UnitOfWorkUnavailable;
import io.micronaut.context.ApplicationContext;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** A page of the audit log is read along indexes, the last one as the first, and no further than it is long. */
final class AuditSelectIT {

    private static final String NAME = "audited";

    private static final ApplicationContext CONTEXT = TestPostgres.freshDatabase(NAME);

    private static final int PAGE = AuditStore.MOST + 1;

    private static final UUID USER = new UUID(0, 7);

    static {
        sql("""
                INSERT INTO audit.entries (id, occurred_at, actor, subject, contact, request_id, action, outcome, data)
                SELECT gen_random_uuid(), now() - n * interval '1 second',
                    CASE WHEN n % 3 = 0 THEN u END, CASE WHEN n % 2 = 0 THEN u END, 'contact-' || n % 50,
                    'request-' || n, 'LOG_IN', 'DONE', '{}'
                FROM (SELECT n, lpad(to_hex(n % 50), 32, '0')::uuid AS u FROM generate_series(1, 50000) n) rows
                """);
        sql("ANALYZE audit.entries");
    }

    @AfterAll
    static void close() {
        CONTEXT.close();
    }

    private static List<String> sql(String statement) {
        return TestPostgres.query(TestPostgres.url(NAME), PostgresServer.USER, statement);
    }

    /** What was done, and how many rows each step of it gave. */
    private static List<String> plan(AuditQuery query, @Nullable UUID after) {
        var database = new Database(TestPostgres.jdbc(CONTEXT), UnitOfWorkUnavailable::new);
        var select = new AuditSelect(query, after, PAGE);
        return database.list(
                "EXPLAIN (ANALYZE, COSTS OFF, TIMING OFF, SUMMARY OFF) " + select.sql(),
                row -> row.getString(1),
                select.values());
    }

    private static UUID cursor(String order) {
        return UUID.fromString(sql("SELECT id FROM audit.entries ORDER BY occurred_at " + order + " OFFSET 300 LIMIT 1")
                .getFirst());
    }

    private static void demandAPageOfEachIndex(AuditQuery query) {
        Stream.of(Optional.<UUID>empty(), Optional.of(cursor("DESC")), Optional.of(cursor("ASC")))
                .map(after -> plan(query, after.orElse(null)))
                .forEach(AuditSelectIT::demandAPageOfEachIndex);
    }

    /** A walk that is in order needs no sorting, and one that starts where the page does passes nothing over. */
    private static void demandAPageOfEachIndex(List<String> plan) {
        assertThat(plan).as("scans").anyMatch(line -> line.contains("Index Scan"));
        assertThat(plan).as("scans").noneMatch(line -> line.contains("Seq Scan") || line.contains("Bitmap"));
        assertThat(plan).as("sorted below the union").noneMatch(line -> line.matches(" {8,}->  .*Sort.*"));
        assertThat(plan)
                .filteredOn(line -> line.contains("entries_") || line.contains("Rows Removed"))
                .allSatisfy(line -> assertThat(rows(line)).isLessThanOrEqualTo(PAGE));
    }

    private static int rows(String line) {
        var number = Pattern.compile("(?:rows=|Rows Removed by Filter: )(\\d+)").matcher(line);
        assertThat(number.find()).as(line).isTrue();
        return Integer.parseInt(number.group(1));
    }

    @Test
    void ofAllEntries() {
        demandAPageOfEachIndex(AuditQuery.ALL);
    }

    @Test
    void ofAUserInAllTheirGuises() {
        demandAPageOfEachIndex(AuditQuery.about(USER, Set.of("contact-7", "contact-8")));
    }

    @Test
    void ofARequest() {
        var query = new AuditQuery(null, Set.of(), null, null, "request-7", null, null);
        assertThat(plan(query, null))
                .anyMatch(line -> line.contains("entries_by_request"))
                .noneMatch(line -> line.contains("Seq Scan"));
    }
}
