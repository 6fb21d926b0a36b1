package dev.gatehouse.identity.decorator;

import dev.gatehouse.identity.model.User;
import dev.gatehouse.identity.model.UserId;
import dev.gatehouse.identity.model.UserPage;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A page of users by their ids alone, which stays right however the users on it change. */
public record IdPage(List<UserId> ids, @Nullable UserId last) {

    static IdPage of(UserPage page) {
        return new IdPage(page.users().stream().map(User::id).toList(), page.last());
    }
}
