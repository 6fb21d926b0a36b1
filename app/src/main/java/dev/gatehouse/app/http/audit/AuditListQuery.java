package dev.gatehouse.app.http.audit;

import dev.gatehouse.app.http.page.PageQuery;
import dev.gatehouse.app.http.problem.Input;
import dev.gatehouse.audit.Action;
import dev.gatehouse.audit.Outcome;
import dev.gatehouse.identity.SearchAudit;
import dev.gatehouse.identity.model.InvalidValue;
import dev.gatehouse.identity.model.UserId;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Which entries are asked for: {@code ?user=&action=&outcome=&requestId=&from=&to=&limit=&after=}, each of which may be
 * absent.
 */
record AuditListQuery(
        @Nullable String user,
        @Nullable String action,
        @Nullable String outcome,
        @Nullable String requestId,
        @Nullable String from,
        @Nullable String to,
        @Nullable String limit,
        @Nullable String after) {

    private static final Pattern REQUEST_ID = Pattern.compile("[A-Za-z0-9._-]{1,64}");

    /** What the store can compare with. */
    private static final Instant FIRST = Instant.parse("1970-01-01T00:00:00Z");

    private static final Instant LAST = Instant.parse("9999-12-31T00:00:00Z");

    SearchAudit.Command command() {
        var input = new Input();
        var readUser = input.optional("/user", user, AuditListQuery::readUser);
        var readAction = input.optional("/action", action, AuditListQuery::readAction);
        var readOutcome = input.optional("/outcome", outcome, AuditListQuery::readOutcome);
        var readRequestId = input.optional("/requestId", requestId, AuditListQuery::readRequestId);
        var readFrom = input.optional("/from", from, AuditListQuery::readTime);
        var readTo = input.optional("/to", to, AuditListQuery::readTime);
        var readLimit = PageQuery.limit(input, limit);
        var readAfter = PageQuery.after(input, after);
        input.check();
        return new SearchAudit.Command(
                readUser.orNull(),
                readAction.orNull(),
                readOutcome.orNull(),
                readRequestId.orNull(),
                readFrom.orNull(),
                readTo.orNull(),
                readAfter.orNull(),
                readLimit.get());
    }

    private static UserId readUser(String text) {
        try {
            return new UserId(UUID.fromString(text));
        } catch (IllegalArgumentException noId) {
            throw new InvalidValue("invalid-user-id", "The id of a user is a UUID.");
        }
    }

    private static Action readAction(String text) {
        return Action.read(text)
                .orElseThrow(() -> new InvalidValue("invalid-action", "There is no action of that name."));
    }

    private static Outcome readOutcome(String text) {
        return Outcome.read(text)
                .orElseThrow(() -> new InvalidValue("invalid-outcome", "An outcome is done or denied."));
    }

    private static String readRequestId(String text) {
        if (!REQUEST_ID.matcher(text).matches()) {
            throw new InvalidValue("invalid-request-id", "A request id has 1 to 64 characters of A-Z a-z 0-9 . _ -");
        }
        return text;
    }

    private static Instant readTime(String text) {
        try {
            Instant time = Instant.parse(text);
            if (!time.isBefore(FIRST) && !time.isAfter(LAST)) {
                return time;
            }
        } catch (DateTimeParseException noTime) {
            // Told below, like every other time that is none.
        }
        throw new InvalidValue("invalid-time", "A time is one of ISO 8601 in UTC, like 2026-01-02T03:04:05Z.");
    }
}
