package dev.gatehouse.identity;

import dev.gatehouse.identity.model.User;
import dev.gatehouse.identity.model.UserCursors;
import dev.gatehouse.identity.model.UserId;
import dev.gatehouse.identity.model.UserPage;
import dev.gatehouse.identity.model.UserPlace;
import dev.gatehouse.identity.model.UserSearch;
import dev.gatehouse.identity.port.IUserRepository;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Shows users to those who look after them. */
public final class ListUsers {

    /**
     * @param after any text; null for the first page
     * @param limit users a page
     */
    public record Command(UserSearch search, @Nullable String after, int limit) {}

    public sealed interface Result {
        /**
         * @param users fewer than the limit, even none, where some were deleted a moment ago
         * @param next what to go on after; null when this is the last page
         */
        record Page(List<User> users, @Nullable String next) implements Result {}

        /** What to go on after was not given out here, or for another search. */
        record InvalidCursor() implements Result {}
    }

    private final IUserRepository users;
    private final UserCursors cursors;

    public ListUsers(IUserRepository users, UserCursors cursors) {
        this.users = users;
        this.cursors = cursors;
    }

    /** Two round trips, and as many for the first page as for the last. */
    public Result handle(Command command) {
        String after = command.after();
        if (after == null) {
            return page(command, null);
        }
        Optional<UserPlace> place = cursors.open(command.search(), after);
        return place.isPresent() ? page(command, place.get()) : new Result.InvalidCursor();
    }

    private Result page(Command command, @Nullable UserPlace after) {
        UserPage page = users.list(command.search(), after, command.limit());
        UserPlace next = page.next();
        return new Result.Page(inOrder(page.ids()), next == null ? null : cursors.seal(command.search(), next));
    }

    private List<User> inOrder(List<UserId> ids) {
        Map<UserId, User> found = users.findAll(ids).stream().collect(Collectors.toMap(User::id, Function.identity()));
        return ids.stream()
                .flatMap(id -> Optional.ofNullable(found.get(id)).stream())
                .toList();
    }
}
