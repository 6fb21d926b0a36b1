package dev.gatehouse.identity.model;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Some of all users, in the order of their ids, which is that of their registration.
 *
 * @param last where the next page goes on; null on the last page
 */
public record UserPage(List<User> users, @Nullable UserId last) {

    public UserPage {
        users = List.copyOf(users);
    }

    public Optional<UserId> next() {
        return Optional.ofNullable(last);
    }
}
