package dev.gatehouse.identity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.identity.ListUsers.Result;
import dev.gatehouse.identity.model.Caller;
import dev.gatehouse.identity.model.EmailAddress;
import dev.gatehouse.identity.model.EmailPrefix;
import dev.gatehouse.identity.model.Role;
import dev.gatehouse.identity.model.Samples;
import dev.gatehouse.identity.model.User;
import dev.gatehouse.identity.model.UserSearch;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class ListUsersTest {

    private static final UserSearch ADA = new UserSearch(EmailPrefix.of("ada"), null);

    private final InMemoryIdentity identity = new InMemoryIdentity();
    private final User second = user("ada.b@example.com");
    private final User first = user("Ada.A@example.com");
    private final User third = user("ada.c@example.com");

    private User user(String email) {
        User user = Samples.user(EmailAddress.of(email));
        identity.users.insert(user);
        return user;
    }

    private Result list(UserSearch search, @Nullable String after, int limit) {
        return identity.listUsers.handle(new ListUsers.Command(search, after, limit));
    }

    private Result.Page page(UserSearch search, @Nullable String after, int limit) {
        return (Result.Page) list(search, after, limit);
    }

    @Test
    void pagesLeadThroughWhatIsLookedForInItsOrder() {
        user("bob@example.com");
        Result.Page page = page(ADA, null, 2);
        assertThat(page.users()).containsExactly(first, second);
        assertThat(page(ADA, page.next(), 2)).isEqualTo(new Result.Page(List.of(third), null));
        assertThat(page(UserSearch.ALL, null, 200).users()).hasSize(4).contains(first, second, third);
    }

    @Test
    void aCursorOfAnotherSearchAndWhatIsNoneAreRefused() {
        String next = page(ADA, null, 1).next();
        assertThat(list(UserSearch.ALL, next, 1)).isEqualTo(new Result.InvalidCursor());
        assertThat(list(ADA, next + "A", 1)).isEqualTo(new Result.InvalidCursor());
        assertThat(list(ADA, "", 1)).isEqualTo(new Result.InvalidCursor());
    }

    @Test
    void everybodyReadsThemselvesAndAdministratorsAll() {
        var self = new Caller(first.id(), Samples.sessionId(), Role.USER);
        var administrator = new Caller(first.id(), Samples.sessionId(), Role.ADMIN);
        assertThat(identity.readUser.handle(new ReadUser.Command(self, first.id())))
                .isEqualTo(new ReadUser.Result.Found(first));
        assertThat(identity.readUser.handle(new ReadUser.Command(self, second.id())))
                .isEqualTo(new ReadUser.Result.NotFound());
        assertThat(identity.readUser.handle(new ReadUser.Command(administrator, second.id())))
                .isEqualTo(new ReadUser.Result.Found(second));
        assertThat(identity.readUser.handle(new ReadUser.Command(administrator, Samples.userId())))
                .isEqualTo(new ReadUser.Result.NotFound());
    }
}
