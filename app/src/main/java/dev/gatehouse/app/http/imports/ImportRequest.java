package dev.gatehouse.app.http.imports;

import dev.gatehouse.app.http.problem.Input;
import dev.gatehouse.identity.ImportUsers;
import dev.gatehouse.identity.model.InvalidValue;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The body of {@code POST /api/admin/users/import}.
 *
 * @param users each as {@link ImportRow} reads it; one that is not so is a row that is refused, and no bad request
 */
@Schema(requiredProperties = "users")
record ImportRequest(
        @ArraySchema(schema = @Schema(implementation = ImportRow.class), maxItems = ImportUsers.MOST) @Nullable
        List<@Nullable Object> users) {

    ImportPage page() {
        var input = new Input();
        var rows = input.required("/users", users, ImportRequest::bounded);
        input.check();
        return ImportPage.of(rows.get());
    }

    private static List<@Nullable Object> bounded(List<@Nullable Object> rows) {
        if (rows.isEmpty() || rows.size() > ImportUsers.MOST) {
            throw new InvalidValue("invalid-page", "A page has 1 to " + ImportUsers.MOST + " users.");
        }
        return rows;
    }

    @Override
    public String toString() {
        return "ImportRequest[…]";
    }
}
