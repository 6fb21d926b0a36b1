package dev.gatehouse.app.http.identity;

import dev.gatehouse.app.http.audit.AuditEntryBody;
import dev.gatehouse.events.SubjectDelivery;
import dev.gatehouse.identity.InspectAccess;
import dev.gatehouse.identity.model.AttemptState;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Why a user cannot log in. Times are seconds.
 *
 * @param mayLogIn whether there is no obstacle
 * @param blockedFor every request of the user is refused for that long; 0 when it is not
 * @param events of the audit log, the latest first
 */
record UserAccessBody(
        UserBody user,
        boolean mayLogIn,
        List<String> obstacles,
        List<AttemptsBody> attempts,
        long blockedFor,
        int strikes,
        List<SessionBody> sessions,
        List<DeliveryBody> deliveries,
        List<AuditEntryBody> events) {

    /**
     * What is left of the attempts at the password.
     *
     * @param devices {@code known}, which have signed in before, or {@code others}
     * @param limit that may fail within the window of the lockout
     * @param locks that count towards how long the next one is
     * @param lockedFor 0 when it is not locked
     */
    record AttemptsBody(String devices, int limit, int left, int locks, long lockedFor) {

        static AttemptsBody of(AttemptState state) {
            return new AttemptsBody(
                    word(state.devices()), state.most(), state.left(), state.locks(), seconds(state.lockedFor()));
        }
    }

    /**
     * What is not done about an event of the user yet, or never will be: mail and messages that were not sent are among
     * it.
     *
     * @param state {@code waiting} or {@code dead}
     * @param dueAt null for what is dead
     * @param reason null for what waits
     */
    record DeliveryBody(
            String handler,
            String event,
            String state,
            Instant occurredAt,
            int attempts,
            @Nullable Instant dueAt,
            @Nullable String reason) {

        static DeliveryBody of(SubjectDelivery delivery) {
            return new DeliveryBody(
                    delivery.handler(),
                    delivery.type(),
                    delivery.isDead() ? "dead" : "waiting",
                    delivery.occurredAt(),
                    delivery.attempts(),
                    delivery.dueAt(),
                    delivery.reason());
        }
    }

    static UserAccessBody of(InspectAccess.Result.Seen seen, AvatarUrls avatars) {
        return new UserAccessBody(
                UserBody.of(seen.user(), avatars),
                seen.obstacles().isEmpty(),
                seen.obstacles().stream().map(UserAccessBody::word).toList(),
                seen.attempts().stream().map(AttemptsBody::of).toList(),
                seconds(seen.standing().blockedFor()),
                seen.standing().strikes(),
                seen.sessions().stream()
                        .map(session -> SessionBody.of(session, false, session.rotatedAt()))
                        .toList(),
                seen.deliveries().stream().map(DeliveryBody::of).toList(),
                seen.entries().stream().map(AuditEntryBody::of).toList());
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static long seconds(Duration time) {
        return Math.ceilDiv(time.toMillis(), 1_000L);
    }
}
