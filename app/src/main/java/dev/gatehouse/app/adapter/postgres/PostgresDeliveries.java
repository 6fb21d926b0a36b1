package dev.gatehouse.app.adapter.postgres;

import dev.gatehouse.events.Deliveries;
import dev.gatehouse.events.Delivery;
import dev.gatehouse.events.EventHandler;
import dev.gatehouse.events.EventHandler.Stage;
import dev.gatehouse.events.UnitOfWorkUnavailable;
import dev.gatehouse.identity.port.IdGenerator;
import io.micronaut.data.jdbc.runtime.JdbcOperations;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/** The queues as one table, with a row for each handler and event. */
public final class PostgresDeliveries implements Deliveries {

    /** An event of the outbox that is to be distributed. */
    private record Waiting(long position, String type) {}

    /**
     * That events of a type go to a handler.
     *
     * @param gating whether others wait for it
     * @param gates for how many it waits
     */
    private record Route(String type, String handler, boolean gating, int gates) {

        static Stream<Route> of(String type, List<EventHandler> handlers) {
            var takers =
                    handlers.stream().filter(handler -> handler.handles(type)).toList();
            int first = Math.toIntExact(takers.stream().filter(Route::isFirst).count());
            return takers.stream()
                    .map(taker -> new Route(type, taker.name(), isFirst(taker), isFirst(taker) ? 0 : first));
        }

        private static boolean isFirst(EventHandler handler) {
            return handler.stage() == Stage.FIRST;
        }
    }

    /** Whoever holds it, until the end of the transaction, may put rows into the queues. */
    static final String QUEUES = "hashtext('events.deliveries')";

    private static final String WAITING = """
            WITH alone AS MATERIALIZED (SELECT pg_try_advisory_xact_lock(%s) AS granted)
            SELECT o.position, o.type FROM alone, events.outbox o WHERE alone.granted ORDER BY o.position LIMIT ?
            """.formatted(QUEUES);

    /** Sorted, so that the numbers are given out in the order of the outbox. */
    private static final String DISTRIBUTE = """
            WITH moved AS (DELETE FROM events.outbox WHERE position = ANY (?) RETURNING *)
            INSERT INTO events.deliveries (handler, gating, gates, event_id, type, subject, occurred_at, data, due_at)
            SELECT r.handler, r.gating, r.gates, m.id, m.type, m.subject, m.occurred_at, m.data, now()
            FROM moved m JOIN unnest(?, ?, ?, ?) AS r (type, handler, gating, gates) USING (type)
            ORDER BY m.position
            """;

    /**
     * Whether a row is its subject's first is asked row by row, from the oldest on, until there are enough: a subquery
     * that gives a value is never turned into a join, which might read the whole table first.
     */
    private static final String CLAIM = """
            WITH head AS MATERIALIZED (
                SELECT q.position FROM events.deliveries q
                WHERE q.handler = ? AND q.gates = 0 AND q.due_at <= now() AND q.position = (
                    SELECT f.position FROM events.deliveries f
                    WHERE f.handler = q.handler AND f.subject = q.subject ORDER BY f.position LIMIT 1)
                ORDER BY q.position LIMIT ? FOR UPDATE SKIP LOCKED)
            """;

    private static final String CLAIM_ORPHANS = """
            WITH head AS MATERIALIZED (
                SELECT q.position FROM events.deliveries q
                WHERE q.handler <> ALL (?) AND q.due_at <= now() - ?::interval
                ORDER BY q.position LIMIT ? FOR UPDATE SKIP LOCKED)
            """;

    private static final String LEASE = """
            UPDATE events.deliveries d SET claim = gen_random_uuid(), due_at = now() + ?::interval
            FROM head WHERE d.position = head.position
            RETURNING d.position, d.claim, d.handler, d.attempts,
            """ + EventRow.COLUMNS;

    /** Takes a row out, and those of its event that waited for it one step on. */
    private static final String REMOVE = """
            WITH gone AS (DELETE FROM events.deliveries WHERE position = ? AND claim = ? RETURNING *),
            opened AS (
                UPDATE events.deliveries d SET gates = d.gates - 1
                FROM gone WHERE gone.gating AND d.event_id = gone.event_id AND d.gates > 0)
            """;

    private static final String COMPLETE = REMOVE + "SELECT position FROM gone";

    private static final String BURY = REMOVE + """
            INSERT INTO events.dead_letters (id, handler, event_id, type, subject, occurred_at, data, attempts, reason)
            SELECT ?, handler, event_id, type, subject, occurred_at, data, ?, left(?, 200) FROM gone
            """;

    private static final String RETURN = """
            UPDATE events.deliveries SET claim = NULL, attempts = ?, due_at = now() + ?::interval
            WHERE position = ? AND claim = ?
            """;

    private final Database database;
    private final IdGenerator ids;

    /**
     * @param ids of dead letters
     */
    public PostgresDeliveries(JdbcOperations jdbc, IdGenerator ids) {
        this.database = new Database(jdbc, UnitOfWorkUnavailable::new);
        this.ids = ids;
    }

    @Override
    public int distribute(List<EventHandler> handlers, int limit) {
        List<Waiting> waiting =
                database.list(WAITING, row -> new Waiting(row.getLong("position"), row.getString("type")), limit);
        if (!waiting.isEmpty()) {
            move(waiting, handlers);
        }
        return waiting.size();
    }

    private void move(List<Waiting> waiting, List<EventHandler> handlers) {
        List<Route> routes = waiting.stream()
                .map(Waiting::type)
                .distinct()
                .flatMap(type -> Route.of(type, handlers))
                .toList();
        database.update(
                DISTRIBUTE,
                waiting.stream().map(Waiting::position).toArray(Long[]::new),
                routes.stream().map(Route::type).toArray(String[]::new),
                routes.stream().map(Route::handler).toArray(String[]::new),
                routes.stream().map(Route::gating).toArray(Boolean[]::new),
                routes.stream().map(Route::gates).toArray(Integer[]::new));
    }

    @Override
    public List<Delivery> claim(String handler, int limit, Duration lease) {
        return inOrder(database.list(CLAIM + LEASE, PostgresDeliveries::read, handler, limit, lease.toString()));
    }

    @Override
    public List<Delivery> claimOrphans(Collection<String> handlers, Duration age, int limit, Duration lease) {
        return inOrder(database.list(
                CLAIM_ORPHANS + LEASE,
                PostgresDeliveries::read,
                handlers.toArray(String[]::new),
                age.toString(),
                limit,
                lease.toString()));
    }

    /** What an update returns comes in any order. */
    private static List<Delivery> inOrder(List<Delivery> claimed) {
        return claimed.stream()
                .sorted(Comparator.comparingLong(Delivery::position))
                .toList();
    }

    @Override
    public boolean complete(Delivery delivery) {
        return database.find(COMPLETE, row -> true, delivery.position(), delivery.claim())
                .isPresent();
    }

    @Override
    public boolean release(Delivery delivery) {
        return retry(delivery, Duration.ZERO);
    }

    @Override
    public boolean retry(Delivery delivery, Duration delay) {
        return database.update(RETURN, delivery.attempts(), delay.toString(), delivery.position(), delivery.claim())
                > 0;
    }

    @Override
    public boolean bury(Delivery delivery, String reason) {
        return database.update(BURY, delivery.position(), delivery.claim(), ids.next(), delivery.attempts(), reason)
                > 0;
    }

    private static Delivery read(ResultSet row) throws SQLException {
        return new Delivery(
                row.getLong("position"),
                row.getObject("claim", UUID.class),
                row.getString("handler"),
                row.getInt("attempts"),
                EventRow.read(row));
    }
}
