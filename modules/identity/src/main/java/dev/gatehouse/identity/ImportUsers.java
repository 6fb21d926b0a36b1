package dev.gatehouse.identity;

import dev.gatehouse.audit.Action;
import dev.gatehouse.audit.AuditLog;
import dev.gatehouse.audit.Fact;
import dev.gatehouse.events.Event;
import dev.gatehouse.events.EventLog;
import dev.gatehouse.events.UnitOfWork;
import dev.gatehouse.identity.model.Caller;
import dev.gatehouse.identity.model.EmailAddress;
import dev.gatehouse.identity.model.InvalidValue;
import dev.gatehouse.identity.model.PersonName;
import dev.gatehouse.identity.model.PhoneNumber;
import dev.gatehouse.identity.model.User;
import dev.gatehouse.identity.model.UserEvent;
import dev.gatehouse.identity.model.UserId;
import dev.gatehouse.identity.port.CachedUsers;
import dev.gatehouse.identity.port.CachedUsersUnavailable;
import dev.gatehouse.identity.port.ForeignHashes;
import dev.gatehouse.identity.port.IdGenerator;
import dev.gatehouse.identity.port.UserImports;
import dev.gatehouse.identity.port.UserImports.Entry;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Takes over users of another system, with the hashes of their passwords. Nobody is written to. */
public final class ImportUsers {

    /** Rows of one command. */
    public static final int MOST = 1_000;

    /**
     * A user as the other system has them.
     *
     * @param hash of the password, as that system writes it
     */
    public record Row(
            EmailAddress email,
            boolean emailVerified,
            PersonName name,
            @Nullable PhoneNumber phone,
            String hash) {

        @Override
        public String toString() {
            return "Row[…]";
        }
    }

    /**
     * @param rows at most {@value #MOST}
     */
    public record Command(Caller caller, List<Row> rows) {}

    /** What became of a row. */
    public sealed interface Outcome {
        record Imported(UserId user) implements Outcome {}

        /** Somebody had the address already, be it by an earlier row or command, and stays as they are. */
        record Present(UserId user) implements Outcome {}

        /**
         * @param code stable, for programs
         * @param detail a sentence for people
         */
        record Refused(String code, String detail) implements Outcome {}
    }

    public sealed interface Result {
        /**
         * @param outcomes one of each row, in their order
         */
        record Taken(List<Outcome> outcomes) implements Result {}
    }

    /** A row, and what it comes to: a user to be, or why not. */
    private record Read(@Nullable Entry entry, Outcome.@Nullable Refused refused) {}

    private final ForeignHashes hashes;
    private final UserImports imports;
    private final CachedUsers cached;
    private final EventLog events;
    private final AuditLog audit;
    private final UnitOfWork work;
    private final IdGenerator ids;
    private final Clock clock;

    public ImportUsers(
            ForeignHashes hashes,
            UserImports imports,
            CachedUsers cached,
            EventLog events,
            AuditLog audit,
            UnitOfWork work,
            IdGenerator ids,
            Clock clock) {
        this.hashes = hashes;
        this.imports = imports;
        this.cached = cached;
        this.events = events;
        this.audit = audit;
        this.work = work;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * All rows that are not refused, or none of them. The same command again changes nothing. Hashes nothing; two round
     * trips beside the event and the commit.
     */
    public Result handle(Command command) {
        Instant now = clock.instant();
        List<Read> read = command.rows().stream().map(row -> read(row, now)).toList();
        List<Entry> entries = entries(read);
        Map<EmailAddress, UserId> owners =
                entries.isEmpty() ? Map.of() : work.run(() -> insert(command.caller(), entries, now));
        return new Result.Taken(read.stream().map(row -> outcome(row, owners)).toList());
    }

    private Read read(Row row, Instant now) {
        try {
            User user = User.register(new UserId(ids.next()), row.email(), row.name(), row.phone(), now);
            return new Read(
                    new Entry(
                            row.emailVerified() ? user.withConfirmed(row.email(), now) : user, hashes.read(row.hash())),
                    null);
        } catch (InvalidValue invalid) {
            return new Read(null, new Outcome.Refused(invalid.code(), invalid.detail()));
        }
    }

    private static List<Entry> entries(List<Read> read) {
        var entries = new ArrayList<Entry>();
        for (Read row : read) {
            if (row.entry() != null) {
                entries.add(row.entry());
            }
        }
        return entries;
    }

    private Map<EmailAddress, UserId> insert(Caller caller, List<Entry> entries, Instant now) {
        Map<EmailAddress, UserId> owners = imports.insert(entries);
        long added = entries.stream().filter(entry -> isOwner(entry, owners)).count();
        if (added > 0) {
            events.append(new Event(ids.next(), UserEvent.IMPORTED, ids.next(), now, UserEvent.count(added)));
            audit.record(Fact.done(Action.USER_IMPORT).by(caller.user().value()).with("imported", added));
            work.afterCommit(this::outdateList);
        }
        return owners;
    }

    private static boolean isOwner(Entry entry, Map<EmailAddress, UserId> owners) {
        return entry.user().id().equals(owners.get(entry.user().email()));
    }

    private static Outcome outcome(Read row, Map<EmailAddress, UserId> owners) {
        Entry entry = row.entry();
        if (entry == null) {
            return Objects.requireNonNull(row.refused());
        }
        UserId owner = owners.getOrDefault(entry.user().email(), entry.user().id());
        return isOwner(entry, owners) ? new Outcome.Imported(owner) : new Outcome.Present(owner);
    }

    private void outdateList() {
        try {
            cached.outdateList();
        } catch (CachedUsersUnavailable down) {
            // The event comes when it answers.
        }
    }
}
