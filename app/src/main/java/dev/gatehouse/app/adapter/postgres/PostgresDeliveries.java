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

    /**
     * A row is the head of its handler and subject if there is none. That is asked of the last one, under a lock that a
     * delete has to wait for, so that whoever removes the last one either is seen to, or sees the new one. The rows are
     * sorted, so that their numbers are given out in the order of the outbox.
     */
    private static final String DISTRIBUTE = """
            WITH moved AS (DELETE FROM events.outbox WHERE position = ANY (?) RETURNING *),
            added AS MATERIALIZED (
                SELECT m.*, r.handler, r.gating, r.gates,
                    row_number() OVER (PARTITION BY r.handler, m.subject ORDER BY m.position) = 1 AS leads
                FROM moved m JOIN unnest(?, ?, ?, ?) AS r (type, handler, gating, gates) USING (type)),
            behind AS MATERIALIZED (
                SELECT a.handler, a.subject FROM added a CROSS JOIN LATERAL (%s) AS last WHERE a.leads)
            INSERT INTO events.deliveries (handler, gating, gates, head, event_id, type, subject, occurred_at, data,
                due_at)
            SELECT a.handler, a.gating, a.gates,
                a.leads AND NOT EXISTS (
                    SELECT FROM behind b WHERE b.handler = a.handler AND b.subject = a.subject),
                a.id, a.type, a.subject, a.occurred_at, a.data, now()
            FROM added a ORDER BY a.position
            """.formatted(last("a"));

    private static final String CLAIM = """
            WITH chosen AS MATERIALIZED (
                SELECT position FROM events.deliveries
                WHERE handler = ? AND head AND gates = 0 AND due_at <= now()
                ORDER BY position LIMIT ? FOR UPDATE SKIP LOCKED)
            """;

    private static final String CLAIM_ORPHANS = """
            WITH chosen AS MATERIALIZED (
                SELECT position FROM events.deliveries
                WHERE handler <> ALL (?) AND head AND due_at <= now() - ?::interval
                ORDER BY position LIMIT ? FOR UPDATE SKIP LOCKED)
            """;

    private static final String LEASE = """
            UPDATE events.deliveries d SET claim = gen_random_uuid(), due_at = now() + ?::interval
            FROM chosen WHERE d.position = chosen.position
            RETURNING d.position, d.claim, d.handler, d.attempts,
            """ + EventRow.COLUMNS;

    /** Takes a row out, and those of its event that waited for it one step on. */
    private static final String REMOVE = """
            WITH gone AS (DELETE FROM events.deliveries WHERE position = ? AND claim = ? RETURNING *),
            opened AS (
                UPDATE events.deliveries d SET gates = d.gates - 1
                FROM gone WHERE gone.gating AND d.event_id = gone.event_id AND d.gates > 0)
            """;

    /**
     * In the same round trip and transaction, but a statement of its own: one that had to wait for distribution sees
     * what that put behind the row.
     */
    private static final String LEAD = """
            ; UPDATE events.deliveries SET head = true WHERE NOT head AND position = (
                SELECT position FROM events.deliveries WHERE handler = ? AND subject = ? ORDER BY position LIMIT 1)
            """;

    private static final String COMPLETE = REMOVE + "SELECT position FROM gone" + LEAD;

    private static final String BURY = REMOVE + """
            INSERT INTO events.dead_letters (id, handler, event_id, type, subject, occurred_at, data, attempts, reason)
            SELECT ?, handler, event_id, type, subject, occurred_at, data, ?, left(?, 200) FROM gone
            RETURNING id
            """ + LEAD;

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

    /** Finds, and keeps, the last row of the handler and subject that another row has. */
    static String last(String other) {
        return """
                SELECT 1 FROM events.deliveries d WHERE d.handler = %s.handler AND d.subject = %1$s.subject
                ORDER BY d.position DESC LIMIT 1 FOR KEY SHARE
                """.formatted(other);
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
        return database.find(
                        COMPLETE,
                        row -> true,
                        delivery.position(),
                        delivery.claim(),
                        delivery.handler(),
                        delivery.event().subject())
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
        return database.find(
                        BURY,
                        row -> true,
                        delivery.position(),
                        delivery.claim(),
                        ids.next(),
                        delivery.attempts(),
                        reason,
                        delivery.handler(),
                        delivery.event().subject())
                .isPresent();
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
