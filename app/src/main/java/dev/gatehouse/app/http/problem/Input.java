package dev.gatehouse.app.http.problem;

import dev.gatehouse.app.http.problem.Problem.FieldError;
import dev.gatehouse.identity.model.InvalidValue;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Turns the fields of one request into values, and collects every fault before it refuses the request. */
public final class Input {

    private final List<FieldError> errors = new ArrayList<>();

    /** A field that was read, and is only worth using once {@link #check} has passed. */
    public static final class Field<T> {

        private final @Nullable T value;

        private Field(@Nullable T value) {
            this.value = value;
        }

        /** The value of a required field. */
        public T get() {
            if (value == null) {
                throw new IllegalStateException("check() comes before get()");
            }
            return value;
        }

        /** The value of an optional field; null when it was absent. */
        public @Nullable T orNull() {
            return value;
        }
    }

    /** The refusal of a request for one fault. */
    public static InvalidInput invalid(String pointer, String code, String detail) {
        return new InvalidInput(List.of(new FieldError(pointer, code, detail)));
    }

    /** Reads a field that must be there. */
    public <S, T> Field<T> required(String pointer, @Nullable S given, Function<S, T> type) {
        if (given == null) {
            errors.add(new FieldError(pointer, "required", "This field is required."));
            return new Field<>(null);
        }
        return optional(pointer, given, type);
    }

    /** Reads a field that may be absent or null. */
    public <S, T> Field<T> optional(String pointer, @Nullable S given, Function<S, T> type) {
        return given == null ? new Field<>(null) : made(pointer, () -> type.apply(given));
    }

    /** Makes a value out of several fields, or of what the request says otherwise. */
    public <T> Field<T> made(String pointer, Supplier<T> value) {
        try {
            return new Field<>(value.get());
        } catch (InvalidValue invalid) {
            errors.add(new FieldError(pointer, invalid.code(), invalid.detail()));
            return new Field<>(null);
        }
    }

    /**
     * Goes on if every field was valid.
     *
     * @throws InvalidInput with all faults, otherwise
     */
    public void check() {
        if (!errors.isEmpty()) {
            throw new InvalidInput(errors);
        }
    }
}
