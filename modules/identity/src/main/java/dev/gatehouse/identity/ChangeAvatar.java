package dev.gatehouse.identity;

import dev.gatehouse.events.Event;
import dev.gatehouse.events.EventLog;
import dev.gatehouse.events.UnitOfWork;
import dev.gatehouse.identity.model.AvatarId;
import dev.gatehouse.identity.model.User;
import dev.gatehouse.identity.model.UserId;
import dev.gatehouse.identity.port.IUserRepository;
import dev.gatehouse.identity.port.IdGenerator;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Gives a user another avatar, or takes it away. The pictures themselves are somebody else's business. */
public final class ChangeAvatar {

    /** The type of the event that tells of it. Its data: {@link #PREVIOUS} and {@link #CURRENT}, those that there are. */
    public static final String EVENT = "user.avatar-changed";

    public static final String PREVIOUS = "previous";
    public static final String CURRENT = "current";

    /**
     * @param avatar null for none
     */
    public record Command(UserId user, @Nullable AvatarId avatar) {}

    public sealed interface Result {
        /** The user has that avatar, since now or before. */
        record Changed(User user) implements Result {}

        /** The user was deleted a moment ago. */
        record Gone() implements Result {}
    }

    private final IUserRepository users;
    private final EventLog events;
    private final UnitOfWork work;
    private final IdGenerator ids;
    private final Clock clock;

    public ChangeAvatar(IUserRepository users, EventLog events, UnitOfWork work, IdGenerator ids, Clock clock) {
        this.users = users;
        this.events = events;
        this.work = work;
        this.ids = ids;
        this.clock = clock;
    }

    /** In the caller's unit of work, if there is one; an avatar that is there already changes nothing. */
    public Result handle(Command command) {
        return work.run(() -> {
            Optional<User> found = users.lock(command.user());
            if (found.isEmpty()) {
                return new Result.Gone();
            }
            User user = found.get();
            if (Objects.equals(user.avatar(), command.avatar())) {
                return new Result.Changed(user);
            }
            Instant now = clock.instant();
            events.append(new Event(ids.next(), EVENT, user.id().value(), now, data(user.avatar(), command.avatar())));
            return new Result.Changed(users.save(user.withAvatar(command.avatar(), now)));
        });
    }

    private static Map<String, String> data(@Nullable AvatarId previous, @Nullable AvatarId current) {
        var data = new HashMap<String, String>();
        if (previous != null) {
            data.put(PREVIOUS, previous.toString());
        }
        if (current != null) {
            data.put(CURRENT, current.toString());
        }
        return data;
    }
}
