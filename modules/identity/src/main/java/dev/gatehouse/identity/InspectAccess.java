package dev.gatehouse.identity;

import dev.gatehouse.audit.AuditEntry;
import dev.gatehouse.audit.AuditQuery;
import dev.gatehouse.audit.AuditStore;
import dev.gatehouse.audit.WriteBacklog;
import dev.gatehouse.events.SubjectDeliveries;
import dev.gatehouse.events.SubjectDelivery;
import dev.gatehouse.identity.model.AttemptState;
import dev.gatehouse.identity.model.ContactHash;
import dev.gatehouse.identity.model.Obstacle;
import dev.gatehouse.identity.model.Registration;
import dev.gatehouse.identity.model.Session;
import dev.gatehouse.identity.model.User;
import dev.gatehouse.identity.model.UserId;
import dev.gatehouse.identity.port.CredentialStore;
import dev.gatehouse.identity.port.IUserRepository;
import dev.gatehouse.identity.port.SessionDirectory;
import dev.gatehouse.ratelimit.RateLimiter;
import dev.gatehouse.ratelimit.Standing;
import dev.gatehouse.ratelimit.Subject;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Answers an administrator why a user cannot log in: all that is known of it, and nothing of it guessed. */
public final class InspectAccess {

    public record Command(UserId user) {}

    public sealed interface Result {
        /**
         * @param obstacles none for a user who may log in
         * @param sessions that live, the one opened last first
         * @param deliveries of events about the user that are not done, as far as mail and messages hang on them, too
         * @param entries of the audit log, the latest first, {@value #ENTRIES} at most
         */
        record Seen(
                User user,
                Set<Obstacle> obstacles,
                List<AttemptState> attempts,
                Standing standing,
                List<Session> sessions,
                List<SubjectDelivery> deliveries,
                List<AuditEntry> entries)
                implements Result {}

        record NotFound() implements Result {}
    }

    private static final int ENTRIES = 50;
    private static final int DELIVERIES = 50;

    private final IUserRepository users;
    private final CredentialStore credentials;
    private final Registration registration;
    private final LoginAttempts attempts;
    private final RateLimiter limiter;
    private final SessionDirectory sessions;
    private final SubjectDeliveries deliveries;
    private final ContactHash contacts;
    private final WriteBacklog writeBacklog;
    private final AuditStore audit;

    public InspectAccess(
            IUserRepository users,
            CredentialStore credentials,
            Registration registration,
            LoginAttempts attempts,
            RateLimiter limiter,
            SessionDirectory sessions,
            SubjectDeliveries deliveries,
            ContactHash contacts,
            WriteBacklog writeBacklog,
            AuditStore audit) {
        this.users = users;
        this.credentials = credentials;
        this.registration = registration;
        this.attempts = attempts;
        this.limiter = limiter;
        this.sessions = sessions;
        this.deliveries = deliveries;
        this.contacts = contacts;
        this.writeBacklog = writeBacklog;
        this.audit = audit;
    }

    /** Some ten round trips; changes nothing. Of the user it sees what a log-in would, past all caches. */
    public Result handle(Command command) {
        return users.lock(command.user()).map(this::seen).orElseGet(Result.NotFound::new);
    }

    private Result seen(User user) {
        var _ = writeBacklog.handle(new WriteBacklog.Command());
        List<AttemptState> left = attempts.look(user.email());
        Standing standing = limiter.standing(Subject.user(user.id().toString()));
        return new Result.Seen(
                user,
                obstacles(user, left, standing),
                left,
                standing,
                sessions.listLive(user.id()),
                deliveries.listOf(user.id().value(), DELIVERIES),
                audit.list(AuditQuery.about(user.id().value(), contacts.of(user)), null, ENTRIES));
    }

    private Set<Obstacle> obstacles(User user, List<AttemptState> left, Standing standing) {
        var obstacles = EnumSet.noneOf(Obstacle.class);
        if (!user.mayLogIn()) {
            obstacles.add(Obstacle.DISABLED);
        } else if (!registration.admits(user)) {
            obstacles.add(Obstacle.EMAIL_UNVERIFIED);
        }
        if (credentials.findByUser(user.id()).isEmpty()) {
            obstacles.add(Obstacle.NO_PASSWORD);
        }
        left.stream().filter(AttemptState::isLocked).map(InspectAccess::lock).forEach(obstacles::add);
        if (standing.isBlocked()) {
            obstacles.add(Obstacle.BLOCKED);
        }
        return Collections.unmodifiableSet(obstacles);
    }

    private static Obstacle lock(AttemptState state) {
        return switch (state.devices()) {
            case KNOWN -> Obstacle.KNOWN_DEVICES_LOCKED;
            case OTHERS -> Obstacle.OTHER_DEVICES_LOCKED;
        };
    }
}
