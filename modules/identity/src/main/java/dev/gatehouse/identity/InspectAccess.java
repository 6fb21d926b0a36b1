package dev.gatehouse.identity;

import dev.gatehouse.audit.Action;
import dev.gatehouse.audit.AuditEntry;
import dev.gatehouse.audit.AuditQuery;
import dev.gatehouse.audit.AuditStore;
import dev.gatehouse.audit.WriteBacklog;
import dev.gatehouse.events.SubjectDeliveries;
import dev.gatehouse.events.SubjectDelivery;
import dev.gatehouse.identity.model.AttemptState;
import dev.gatehouse.identity.model.CodeState;
import dev.gatehouse.identity.model.ContactHash;
import dev.gatehouse.identity.model.Destination;
import dev.gatehouse.identity.model.Obstacle;
import dev.gatehouse.identity.model.Registration;
import dev.gatehouse.identity.model.Session;
import dev.gatehouse.identity.model.User;
import dev.gatehouse.identity.model.UserId;
import dev.gatehouse.identity.port.ChallengeStore;
import dev.gatehouse.identity.port.ChallengeStoreUnavailable;
import dev.gatehouse.identity.port.CredentialStore;
import dev.gatehouse.identity.port.IUserRepository;
import dev.gatehouse.identity.port.SessionDirectory;
import dev.gatehouse.ratelimit.InspectSubject;
import dev.gatehouse.ratelimit.Standing;
import dev.gatehouse.ratelimit.Subject;
import dev.gatehouse.ratelimit.Verdict;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Answers an administrator why a user cannot log in: all that is known of it, and nothing of it guessed. */
public final class InspectAccess {

    public record Command(UserId user) {}

    public sealed interface Result {
        /**
         * @param obstacles none for a user who may log in
         * @param sessions that live, the one opened last first
         * @param codes where the user's codes go; none while nobody knows
         * @param limits of the user's requests, of which something is taken
         * @param messages mails and messages to the user that were sent or refused, the latest first, {@value #MESSAGES}
         *     at most
         * @param deliveries of events about the user that are not done, mail and messages among them
         * @param entries of the audit log, the latest first, {@value #ENTRIES} at most
         */
        record Seen(
                User user,
                Set<Obstacle> obstacles,
                List<AttemptState> attempts,
                List<CodeState> codes,
                Standing standing,
                List<Verdict> limits,
                List<Session> sessions,
                List<AuditEntry> messages,
                List<SubjectDelivery> deliveries,
                List<AuditEntry> entries)
                implements Result {}

        record NotFound() implements Result {}
    }

    private static final int ENTRIES = 50;
    private static final int MESSAGES = 10;
    private static final int DELIVERIES = 50;

    private final IUserRepository users;
    private final CredentialStore credentials;
    private final Registration registration;
    private final LoginAttempts attempts;
    private final ChallengeStore challenges;
    private final InspectSubject inspectSubject;
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
            ChallengeStore challenges,
            InspectSubject inspectSubject,
            SessionDirectory sessions,
            SubjectDeliveries deliveries,
            ContactHash contacts,
            WriteBacklog writeBacklog,
            AuditStore audit) {
        this.users = users;
        this.credentials = credentials;
        this.registration = registration;
        this.attempts = attempts;
        this.challenges = challenges;
        this.inspectSubject = inspectSubject;
        this.sessions = sessions;
        this.deliveries = deliveries;
        this.contacts = contacts;
        this.writeBacklog = writeBacklog;
        this.audit = audit;
    }

    /** Some fifteen round trips; changes nothing. Of the user it sees what a log-in would, past all caches. */
    public Result handle(Command command) {
        return users.lock(command.user()).map(this::seen).orElseGet(Result.NotFound::new);
    }

    private Result seen(User user) {
        var _ = writeBacklog.handle(new WriteBacklog.Command());
        List<AttemptState> left = attempts.look(user.email());
        return switch (inspectSubject.handle(requests(user))) {
            case InspectSubject.Result.Seen(Standing standing, List<Verdict> limits) ->
                new Result.Seen(
                        user,
                        obstacles(user, left, standing),
                        left,
                        codes(user),
                        standing,
                        limits.stream().filter(InspectAccess::isTakenFrom).toList(),
                        sessions.listLive(user.id()),
                        entries(user, Action.MESSAGE_SEND, MESSAGES),
                        deliveries.listOf(user.id().value(), DELIVERIES),
                        entries(user, null, ENTRIES));
        };
    }

    private static InspectSubject.Command requests(User user) {
        return new InspectSubject.Command(
                Subject.user(user.id().toString()), user.role().name());
    }

    private static boolean isTakenFrom(Verdict verdict) {
        return verdict.remaining() < verdict.limit().quota();
    }

    private List<AuditEntry> entries(User user, @Nullable Action action, int most) {
        var query = new AuditQuery(user.id().value(), contacts.of(user), action, null, null, null, null);
        return audit.list(query, null, most);
    }

    private List<CodeState> codes(User user) {
        try {
            return Destination.of(user).stream()
                    .map(destination -> new CodeState(destination, challenges.look(destination.hash(contacts))))
                    .toList();
        } catch (ChallengeStoreUnavailable unknown) {
            return List.of();
        }
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
