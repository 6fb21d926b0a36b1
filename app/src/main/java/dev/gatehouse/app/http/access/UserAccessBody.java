package dev.gatehouse.app.http.access;

import dev.gatehouse.app.http.audit.AuditEntryBody;
import dev.gatehouse.app.http.identity.AvatarUrls;
import dev.gatehouse.app.http.identity.SessionBody;
import dev.gatehouse.app.http.identity.UserBody;
import dev.gatehouse.audit.AuditEntry;
import dev.gatehouse.identity.InspectAccess;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/**
 * Why a user cannot log in. Times are seconds.
 *
 * @param mayLogIn whether there is no obstacle
 * @param blockedFor every request of the user is refused for that long; 0 when it is not
 * @param codes none while nobody knows
 * @param limits those of requests of which something is taken
 * @param messages mails and messages that were sent or refused, as the audit log has them, the latest first
 * @param deliveries of what is not sent yet, or never will be
 * @param events of the audit log, the latest first
 */
record UserAccessBody(
        UserBody user,
        boolean mayLogIn,
        List<String> obstacles,
        List<AttemptsBody> attempts,
        List<CodesBody> codes,
        long blockedFor,
        int strikes,
        List<LimitBody> limits,
        List<SessionBody> sessions,
        List<AuditEntryBody> messages,
        List<DeliveryBody> deliveries,
        List<AuditEntryBody> events) {

    static UserAccessBody of(InspectAccess.Result.Seen seen, AvatarUrls avatars) {
        return new UserAccessBody(
                UserBody.of(seen.user(), avatars),
                seen.obstacles().isEmpty(),
                seen.obstacles().stream().map(UserAccessBody::word).toList(),
                seen.attempts().stream().map(AttemptsBody::of).toList(),
                seen.codes().stream().map(CodesBody::of).toList(),
                seconds(seen.standing().blockedFor()),
                seen.standing().strikes(),
                seen.limits().stream().map(LimitBody::of).toList(),
                seen.sessions().stream()
                        .map(session -> SessionBody.of(session, false, session.rotatedAt()))
                        .toList(),
                entries(seen.messages()),
                seen.deliveries().stream().map(DeliveryBody::of).toList(),
                entries(seen.entries()));
    }

    private static List<AuditEntryBody> entries(List<AuditEntry> entries) {
        return entries.stream().map(AuditEntryBody::of).toList();
    }

    static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static long seconds(Duration time) {
        return Math.ceilDiv(time.toMillis(), 1_000L);
    }
}
