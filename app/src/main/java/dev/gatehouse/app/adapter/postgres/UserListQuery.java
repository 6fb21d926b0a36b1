package dev.gatehouse.app.adapter.postgres;

import dev.gatehouse.identity.model.EmailPrefix;
import dev.gatehouse.identity.model.NamePrefix;
import dev.gatehouse.identity.model.UserId;
import dev.gatehouse.identity.model.UserPlace;
import dev.gatehouse.identity.model.UserSearch;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The query for a page of a search, which one index answers alone, wherever in the list the page is.
 *
 * <p>What begins with a prefix lies between it and it with the last of all characters behind, in the order of bytes.
 */
record UserListQuery(String sql, List<Object> values) {

    private static final UUID NIL = new UUID(0, 0);

    private static final String BY_ID = "SELECT '' AS key, id FROM identity.users WHERE id > ? ORDER BY id LIMIT ?";

    private static final String BY_EMAIL = """
            SELECT email_canonical AS key, id FROM identity.users
            WHERE email_canonical >= ? AND email_canonical < ? || chr(1114111) AND email_canonical > ?
            """;

    private static final String IN_ORDER_OF_EMAIL = " ORDER BY email_canonical LIMIT ?";

    /** As the database folds the names themselves. */
    private static final String FOLDED = "(left(lower(normalize(?, NFKC) COLLATE \"pg_c_utf8\"), 100) COLLATE \"C\")";

    private static final String WITH_NAME =
            "name_folded >= " + FOLDED + " AND name_folded < " + FOLDED + " || chr(1114111)";

    private static final String BY_NAME = "SELECT name_folded AS key, id FROM identity.users WHERE " + WITH_NAME
            + " AND (name_folded, id) > (?, ?) ORDER BY name_folded, id LIMIT ?";

    Object[] arguments() {
        return values.toArray();
    }

    static UserListQuery of(UserSearch search, @Nullable UserPlace after, int limit) {
        EmailPrefix email = search.email();
        NamePrefix name = search.name();
        String key = after == null ? "" : after.key();
        UUID id = after == null ? NIL : after.id().value();
        if (email != null) {
            var arguments = new ArrayList<Object>(List.of(email.value(), email.value(), key));
            if (name != null) {
                arguments.addAll(List.of(name.value(), name.value()));
            }
            arguments.add(limit);
            String both = name == null ? "" : " AND " + WITH_NAME;
            return new UserListQuery(BY_EMAIL + both + IN_ORDER_OF_EMAIL, arguments);
        }
        return name == null
                ? new UserListQuery(BY_ID, List.of(id, limit))
                : new UserListQuery(BY_NAME, List.of(name.value(), name.value(), key, id, limit));
    }

    static UserPlace read(ResultSet row) throws SQLException {
        return new UserPlace(row.getString("key"), new UserId(row.getObject("id", UUID.class)));
    }
}
