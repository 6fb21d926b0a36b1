package dev.gatehouse.app.http.identity;

import dev.gatehouse.identity.model.User;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of users.
 *
 * @param nextCursor what to go on after; null when this is the last page
 */
record UserPageBody(List<UserBody> items, @Nullable String nextCursor) {

    static UserPageBody of(List<User> users, @Nullable String next, AvatarUrls avatars) {
        return new UserPageBody(
                users.stream().map(user -> UserBody.of(user, avatars)).toList(), next);
    }
}
