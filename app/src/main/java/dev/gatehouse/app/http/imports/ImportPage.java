package dev.gatehouse.app.http.imports;

import dev.gatehouse.app.http.imports.ImportBody.RowBody;
import dev.gatehouse.app.http.problem.InvalidInput;
import dev.gatehouse.app.http.problem.Problem.FieldError;
import dev.gatehouse.identity.ImportUsers;
import dev.gatehouse.identity.ImportUsers.Outcome;
import dev.gatehouse.identity.model.Caller;
import dev.gatehouse.identity.model.UserId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The rows of a page: those that could be read, and what is wrong with the others.
 *
 * @param size of the page
 * @param places of the rows that could be read, in their order
 * @param faults by the place of the row
 */
record ImportPage(int size, List<Integer> places, List<ImportUsers.Row> rows, Map<Integer, List<FieldError>> faults) {

    static ImportPage of(List<@Nullable Object> values) {
        var places = new ArrayList<Integer>();
        var rows = new ArrayList<ImportUsers.Row>();
        var faults = new HashMap<Integer, List<FieldError>>();
        for (int place = 0; place < values.size(); place++) {
            try {
                rows.add(ImportRow.read(pointer(place), values.get(place)));
                places.add(place);
            } catch (InvalidInput invalid) {
                faults.put(place, invalid.errors());
            }
        }
        return new ImportPage(values.size(), places, rows, faults);
    }

    private static String pointer(int place) {
        return "/users/" + place;
    }

    ImportUsers.Command command(Caller caller) {
        return new ImportUsers.Command(caller, rows);
    }

    /**
     * @param outcomes of the rows that could be read
     */
    ImportBody answer(List<Outcome> outcomes) {
        var bodies = new HashMap<Integer, RowBody>();
        faults.forEach((place, errors) -> bodies.put(place, RowBody.refused(place, errors)));
        for (int i = 0; i < outcomes.size(); i++) {
            int place = places.get(i);
            bodies.put(place, body(place, outcomes.get(i)));
        }
        return ImportBody.of(IntStream.range(0, size)
                .mapToObj(place -> Objects.requireNonNull(bodies.get(place)))
                .toList());
    }

    private static RowBody body(int place, Outcome outcome) {
        return switch (outcome) {
            case Outcome.Imported(UserId user) -> RowBody.imported(place, user);
            case Outcome.Present(UserId user) -> RowBody.present(place, user);
            case Outcome.Refused(String code, String detail) ->
                RowBody.refused(place, List.of(new FieldError(pointer(place) + "/passwordHash", code, detail)));
        };
    }

    @Override
    public String toString() {
        return "ImportPage[size=" + size + "]";
    }
}
