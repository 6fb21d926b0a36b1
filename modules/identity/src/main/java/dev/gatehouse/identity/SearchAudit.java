package dev.gatehouse.identity;

import dev.gatehouse.audit.Action;
import dev.gatehouse.audit.AuditEntry;
import dev.gatehouse.audit.AuditQuery;
import dev.gatehouse.audit.AuditStore;
import dev.gatehouse.audit.Outcome;
import dev.gatehouse.audit.WriteBacklog;
import dev.gatehouse.identity.model.ContactHash;
import dev.gatehouse.identity.model.UserId;
import dev.gatehouse.identity.port.IUserRepository;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Shows an administrator what the audit log has, the latest first. */
public final class SearchAudit {

    /**
     * What entries must fit; a null fits all.
     *
     * @param user who did it, whom it was done to, or whose address or number it was about while nobody was looked up
     * @param from not earlier
     * @param until earlier
     * @param after the last entry of the page before; null for the first page
     * @param limit entries a page, 1 to {@value AuditStore#MOST}
     */
    public record Command(
            @Nullable UserId user,
            @Nullable Action action,
            @Nullable Outcome outcome,
            @Nullable String requestId,
            @Nullable Instant from,
            @Nullable Instant until,
            @Nullable UUID after,
            int limit) {}

    public sealed interface Result {
        /**
         * @param next what to go on after; null when this is the last page
         */
        record Page(List<AuditEntry> entries, @Nullable UUID next) implements Result {}
    }

    private final IUserRepository users;
    private final ContactHash contacts;
    private final WriteBacklog writeBacklog;
    private final AuditStore store;

    public SearchAudit(IUserRepository users, ContactHash contacts, WriteBacklog writeBacklog, AuditStore store) {
        this.users = users;
        this.contacts = contacts;
        this.writeBacklog = writeBacklog;
        this.store = store;
    }

    /** Three round trips at most. What this instance refused until now is among it, of others what is a second old. */
    public Result handle(Command command) {
        var _ = writeBacklog.handle(new WriteBacklog.Command());
        List<AuditEntry> found = store.list(query(command), command.after(), command.limit() + 1);
        if (found.size() <= command.limit()) {
            return new Result.Page(found, null);
        }
        List<AuditEntry> page = found.subList(0, command.limit());
        return new Result.Page(page, page.getLast().id());
    }

    private AuditQuery query(Command command) {
        UserId user = command.user();
        return new AuditQuery(
                user == null ? null : user.value(),
                user == null ? Set.of() : users.findById(user).map(contacts::of).orElse(Set.of()),
                command.action(),
                command.outcome(),
                command.requestId(),
                command.from(),
                command.until());
    }
}
