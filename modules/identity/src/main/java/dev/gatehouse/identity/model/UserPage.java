package dev.gatehouse.identity.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Some of the users that a search finds, by their ids, in its order.
 *
 * @param next what to go on after; null on the last page
 */
public record UserPage(List<UserId> ids, @Nullable UserPlace next) {

    public UserPage {
        ids = List.copyOf(ids);
    }

    /**
     * A page of what was found, of which one more than the limit tells that there is another.
     *
     * @param found limit + 1 at most
     */
    public static UserPage of(List<UserPlace> found, int limit) {
        List<UserPlace> shown = found.size() > limit ? found.subList(0, limit) : found;
        List<UserId> ids = shown.stream().map(UserPlace::id).toList();
        return new UserPage(ids, found.size() > limit ? shown.getLast() : null);
    }
}
