package dev.gatehouse.app.http.imports;

import dev.gatehouse.app.http.problem.Input;
import dev.gatehouse.app.http.problem.InvalidInput;
import dev.gatehouse.identity.ImportUsers;
import dev.gatehouse.identity.model.EmailAddress;
import dev.gatehouse.identity.model.InvalidValue;
import dev.gatehouse.identity.model.PersonName;
import dev.gatehouse.identity.model.PhoneNumber;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One user of a page.
 *
 * @param emailVerified whether the other system knows that the address is theirs; no, where it says nothing
 * @param passwordHash as the other system writes it
 */
@Schema(requiredProperties = {"email", "name", "passwordHash"})
record ImportRow(
        String email,
        @Nullable Boolean emailVerified,
        String name,
        @Nullable String phone,
        String passwordHash) {

    private static final Set<String> FIELDS = Set.of("email", "emailVerified", "name", "phone", "passwordHash");

    /**
     * Reads what JSON had in the place of a row.
     *
     * @param pointer where that is
     * @throws InvalidInput with all faults there are
     */
    static ImportUsers.Row read(String pointer, @Nullable Object value) {
        if (!(value instanceof Map<?, ?> row)) {
            throw Input.invalid(pointer, "invalid-row", "A row is an object.");
        }
        var input = new Input();
        row.keySet().stream()
                .map(String::valueOf)
                .filter(name -> !FIELDS.contains(name))
                .findFirst()
                .ifPresent(other -> input.made(pointer, ImportRow::unknownField));
        var email = input.required(pointer + "/email", row.get("email"), field -> EmailAddress.of(text(field)));
        var verified = input.optional(pointer + "/emailVerified", row.get("emailVerified"), ImportRow::truth);
        var name = input.required(pointer + "/name", row.get("name"), field -> PersonName.of(text(field)));
        var phone = input.optional(pointer + "/phone", row.get("phone"), field -> PhoneNumber.of(text(field)));
        var hash = input.required(pointer + "/passwordHash", row.get("passwordHash"), ImportRow::text);
        input.check();
        return new ImportUsers.Row(
                email.get(),
                Objects.requireNonNullElse(verified.orNull(), false),
                name.get(),
                phone.orNull(),
                hash.get());
    }

    /** Its name may be anything, so that it is not repeated. */
    private static String unknownField() {
        throw new InvalidValue(
                "unknown-field",
                "A row has no fields but "
                        + String.join(", ", FIELDS.stream().sorted().toList()) + ".");
    }

    private static String text(Object value) {
        if (value instanceof String text) {
            return text;
        }
        throw new InvalidValue("invalid-type", "This field is a text.");
    }

    private static Boolean truth(Object value) {
        if (value instanceof Boolean truth) {
            return truth;
        }
        throw new InvalidValue("invalid-type", "This field is true or false.");
    }

    @Override
    public String toString() {
        return "ImportRow[…]";
    }
}
