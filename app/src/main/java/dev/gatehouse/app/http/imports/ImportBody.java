package dev.gatehouse.app.http.imports;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.gatehouse.app.http.problem.Problem.FieldError;
import dev.gatehouse.identity.model.UserId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What became of a page.
 *
 * @param rows one of each row, in their order
 */
record ImportBody(long imported, long present, long refused, List<RowBody> rows) {

    static ImportBody of(List<RowBody> rows) {
        return new ImportBody(
                count(rows, RowBody.IMPORTED), count(rows, RowBody.PRESENT), count(rows, RowBody.REFUSED), rows);
    }

    private static long count(List<RowBody> rows, String outcome) {
        return rows.stream().filter(row -> row.outcome().equals(outcome)).count();
    }

    /**
     * What became of a row.
     *
     * @param row its place on the page, from 0
     * @param outcome {@code imported}, {@code present} or {@code refused}
     * @param id of the user who has the address; absent where the row was refused
     * @param errors why it was refused; absent otherwise
     */
    record RowBody(
            int row,
            String outcome,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            String id,

            @JsonInclude(JsonInclude.Include.NON_EMPTY) List<FieldError> errors) {

        private static final String IMPORTED = "imported";
        private static final String PRESENT = "present";
        private static final String REFUSED = "refused";

        static RowBody imported(int row, UserId user) {
            return new RowBody(row, IMPORTED, user.toString(), List.of());
        }

        static RowBody present(int row, UserId user) {
            return new RowBody(row, PRESENT, user.toString(), List.of());
        }

        static RowBody refused(int row, List<FieldError> errors) {
            return new RowBody(row, REFUSED, null, errors);
        }
    }
}
