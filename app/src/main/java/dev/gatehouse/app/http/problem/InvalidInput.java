package dev.gatehouse.app.http.problem;

import dev.gatehouse.app.http.problem.Problem.FieldError;
import java.util.List;

/** A request whose fields break the rules of their types; tells all of them at once. */
public final class InvalidInput extends RuntimeException {

    private final transient List<FieldError> errors;

    InvalidInput(List<FieldError> errors) {
        super(errors.size() + " fields are not valid");
        this.errors = List.copyOf(errors);
    }

    /** The fields at fault. */
    public List<FieldError> errors() {
        return errors;
    }
}
