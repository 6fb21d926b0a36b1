package dev.gatehouse.app.http.identity;

import dev.gatehouse.app.http.page.PageQuery;
import dev.gatehouse.app.http.problem.Input;
import dev.gatehouse.identity.ListUsers;
import dev.gatehouse.identity.model.EmailPrefix;
import dev.gatehouse.identity.model.NamePrefix;
import dev.gatehouse.identity.model.UserSearch;
import org.jspecify.annotations.Nullable;

/** Which users are asked for: {@code ?email=&name=&limit=&after=}, each of which may be absent. */
record UserListQuery(
        @Nullable String email,
        @Nullable String name,
        @Nullable String limit,
        @Nullable String after) {

    ListUsers.Command command() {
        var input = new Input();
        var readEmail = input.optional("/email", email, EmailPrefix::of);
        var readName = input.optional("/name", name, NamePrefix::of);
        var readLimit = PageQuery.limit(input, limit);
        input.check();
        return new ListUsers.Command(new UserSearch(readEmail.orNull(), readName.orNull()), after, readLimit.get());
    }
}
