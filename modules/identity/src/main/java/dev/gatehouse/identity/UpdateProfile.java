package dev.gatehouse.identity;

import dev.gatehouse.audit.Action;
import dev.gatehouse.audit.AuditLog;
import dev.gatehouse.audit.Fact;
import dev.gatehouse.events.UnitOfWork;
import dev.gatehouse.identity.model.PersonName;
import dev.gatehouse.identity.model.PhoneNumber;
import dev.gatehouse.identity.model.User;
import dev.gatehouse.identity.model.UserId;
import dev.gatehouse.identity.port.IUserRepository;
import java.time.Clock;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Changes what users may change of themselves. */
public final class UpdateProfile {

    /**
     * @param expectedVersion the version the change is meant for; null for whichever is there
     */
    public record Command(
            UserId user,
            PersonName name,
            @Nullable PhoneNumber phone,
            @Nullable Long expectedVersion) {}

    public sealed interface Result {
        record Updated(User user) implements Result {}

        /** Somebody changed the user first. */
        record VersionMismatch(User current) implements Result {}

        /** The user was deleted a moment ago. */
        record Gone() implements Result {}
    }

    private final IUserRepository users;
    private final AuditLog audit;
    private final UnitOfWork work;
    private final Clock clock;

    public UpdateProfile(IUserRepository users, AuditLog audit, UnitOfWork work, Clock clock) {
        this.users = users;
        this.audit = audit;
        this.work = work;
        this.clock = clock;
    }

    /** All or nothing; of parallel changes that expect the same version one is made. */
    public Result handle(Command command) {
        return work.run(() -> {
            Optional<User> found = users.lock(command.user());
            if (found.isEmpty()) {
                return new Result.Gone();
            }
            User user = found.get();
            Long expected = command.expectedVersion();
            if (expected != null && expected != user.version()) {
                return new Result.VersionMismatch(user);
            }
            User updated = users.save(user.withProfile(command.name(), command.phone(), clock.instant()));
            audit.record(Fact.done(Action.PROFILE_UPDATE).of(user.id().value()));
            return new Result.Updated(updated);
        });
    }
}
