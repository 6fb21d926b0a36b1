package dev.gatehouse.audit;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which entries are looked for: those that fit all of it. A null fits every entry.
 *
 * @param user who did it, or whom it was done to
 * @param contacts HMACs that the user is also known by where no user was recorded; none without a user
 * @param from not earlier
 * @param until earlier
 */
public record AuditQuery(
        @Nullable UUID user,
        Set<String> contacts,
        @Nullable Action action,
        @Nullable Outcome outcome,
        @Nullable String requestId,
        @Nullable Instant from,
        @Nullable Instant until) {

    /** All entries. */
    public static final AuditQuery ALL = new AuditQuery(null, Set.of(), null, null, null, null, null);

    public AuditQuery {
        contacts = Set.copyOf(contacts);
        if (user == null && !contacts.isEmpty()) {
            throw new IllegalArgumentException("contacts of no user");
        }
    }

    /** All entries that are about a user. */
    public static AuditQuery about(UUID user, Set<String> contacts) {
        return new AuditQuery(user, contacts, null, null, null, null, null);
    }
}
