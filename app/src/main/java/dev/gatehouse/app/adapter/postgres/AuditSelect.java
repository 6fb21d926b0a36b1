package dev.gatehouse.app.adapter.postgres;

import dev.gatehouse.audit.AuditQuery;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A statement that lists audit entries. Of a user it is one ordered walk along an index for each way to be about them, no
 * longer than a page, and then the latest of all: no row is in two of them, and a page costs the same wherever it is.
 */
final class AuditSelect {

    private static final String AS_SUBJECT = "subject = ?";

    private static final String AS_ACTOR = "actor = ? AND subject IS DISTINCT FROM actor";

    private static final String AS_CONTACT = "contact = ? AND subject IS NULL AND actor IS DISTINCT FROM ?";

    private static final String AFTER =
            "(occurred_at, id) < ((SELECT occurred_at FROM audit.entries WHERE id = ?), ?::uuid)";

    private final AuditQuery query;
    private final @Nullable UUID after;
    private final int limit;
    private final List<String> walks = new ArrayList<>();
    private final List<Object> values = new ArrayList<>();

    AuditSelect(AuditQuery query, @Nullable UUID after, int limit) {
        this.query = query;
        this.after = after;
        this.limit = limit;
        UUID user = query.user();
        if (user == null) {
            walk("true");
        } else {
            walk(AS_SUBJECT, user);
            walk(AS_ACTOR, user);
            query.contacts().forEach(contact -> walk(AS_CONTACT, contact, user));
        }
        values.add(limit);
    }

    String sql() {
        return """
                SELECT id, occurred_at, action, outcome, reason, actor, subject, contact, request_id, address, user_agent,
                    array(SELECT key FROM jsonb_each_text(data)) AS data_names,
                    array(SELECT value FROM jsonb_each_text(data)) AS data_values
                FROM (%s) AS e ORDER BY occurred_at DESC, id DESC LIMIT ?
                """.formatted(String.join(" UNION ALL ", walks));
    }

    /** In the order of the question marks. */
    Object[] values() {
        return values.toArray();
    }

    private void walk(String who, Object... whose) {
        var conditions = new ArrayList<String>(List.of(who));
        values.addAll(List.of(whose));
        narrow(conditions, "action = ?", query.action());
        narrow(conditions, "outcome = ?", query.outcome());
        narrow(conditions, "request_id = ?", query.requestId());
        narrow(conditions, "occurred_at >= ?", query.from());
        narrow(conditions, "occurred_at < ?", query.until());
        if (after != null) {
            conditions.add(AFTER);
            values.addAll(List.of(after, after));
        }
        values.add(limit);
        walks.add("(SELECT * FROM audit.entries WHERE " + String.join(" AND ", conditions)
                + " ORDER BY occurred_at DESC, id DESC LIMIT ?)");
    }

    private void narrow(List<String> conditions, String condition, @Nullable Object value) {
        if (value != null) {
            conditions.add(condition);
            values.add(value);
        }
    }
}
