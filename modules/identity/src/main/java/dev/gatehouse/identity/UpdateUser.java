package dev.gatehouse.identity;

import dev.gatehouse.audit.Action;
import dev.gatehouse.audit.AuditLog;
import dev.gatehouse.audit.Fact;
import dev.gatehouse.events.UnitOfWork;
import dev.gatehouse.identity.model.Caller;
import dev.gatehouse.identity.model.PersonName;
import dev.gatehouse.identity.model.PhoneNumber;
import dev.gatehouse.identity.model.Role;
import dev.gatehouse.identity.model.User;
import dev.gatehouse.identity.model.UserId;
import dev.gatehouse.identity.model.UserStatus;
import dev.gatehouse.identity.port.IUserRepository;
import dev.gatehouse.identity.port.UserRights;
import java.time.Clock;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Changes a user: what users may change of themselves, and for administrators what a user may do. */
public final class UpdateUser {

    /**
     * @param role null to leave it as it is
     * @param status null to leave it as it is
     * @param expectedVersion the version the change is meant for; null for whichever is there
     */
    public record Command(
            Caller caller,
            UserId user,
            PersonName name,
            @Nullable PhoneNumber phone,
            @Nullable Role role,
            @Nullable UserStatus status,
            @Nullable Long expectedVersion) {

        boolean touchesRights() {
            return role != null || status != null;
        }
    }

    public sealed interface Result {
        record Updated(User user) implements Result {}

        /** Somebody changed the user first. */
        record VersionMismatch(User current) implements Result {}

        /** There is no such user for the caller. */
        record NotFound() implements Result {}

        /** Nobody gives themselves rights but administrators. */
        record Forbidden() implements Result {}

        /** After it, there would be no administrator who may log in. */
        record LastAdministrator() implements Result {}
    }

    private final IUserRepository users;
    private final UserRights rights;
    private final RightsChange rightsChange;
    private final AuditLog audit;
    private final UnitOfWork work;
    private final Clock clock;

    public UpdateUser(
            IUserRepository users,
            UserRights rights,
            RightsChange rightsChange,
            AuditLog audit,
            UnitOfWork work,
            Clock clock) {
        this.users = users;
        this.rights = rights;
        this.rightsChange = rightsChange;
        this.audit = audit;
        this.work = work;
        this.clock = clock;
    }

    /**
     * All or nothing; of parallel changes that expect the same version one is made. Of administrators who take each
     * other's rights at the same time, one stays.
     */
    public Result handle(Command command) {
        if (!command.caller().sees(command.user())) {
            return new Result.NotFound();
        }
        if (command.touchesRights() && !command.caller().isAdministrator()) {
            return new Result.Forbidden();
        }
        return work.run(() -> {
            int administrators = command.touchesRights() ? rights.lockAndCountAdministrators() : 0;
            return users.lock(command.user())
                    .map(user -> update(command, user, administrators))
                    .orElseGet(Result.NotFound::new);
        });
    }

    private Result update(Command command, User user, int administrators) {
        Long expected = command.expectedVersion();
        if (expected != null && expected != user.version()) {
            return new Result.VersionMismatch(user);
        }
        User wanted = wanted(command, user);
        if (user.isAdministrator() && !wanted.isAdministrator() && administrators <= 1) {
            audit.record(fact(Fact.denied(Action.USER_UPDATE, "last-administrator"), command));
            return new Result.LastAdministrator();
        }
        User updated = rightsChange.save(command.caller().user(), user, wanted);
        audit.record(fact(Fact.done(Action.USER_UPDATE), command));
        return new Result.Updated(updated);
    }

    private static Fact fact(Fact fact, Command command) {
        return fact.by(command.caller().user().value()).on(command.user().value());
    }

    private User wanted(Command command, User user) {
        Role role = Objects.requireNonNullElse(command.role(), user.role());
        UserStatus status = Objects.requireNonNullElse(command.status(), user.status());
        return user.withProfile(command.name(), command.phone(), clock.instant())
                .withRights(role, status, clock.instant());
    }
}
