package dev.gatehouse.app.http.page;

import dev.gatehouse.app.http.problem.Input;
import dev.gatehouse.app.http.problem.InvalidInput;
import dev.gatehouse.identity.model.InvalidValue;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads which page of a list is asked for: {@code ?limit=&after=}, each of which may be absent. */
public final class PageQuery {

    private static final int USUAL = 50;
    private static final int MOST = 200;
    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,3}");

    private PageQuery() {}

    /** How many items at most. */
    public static Input.Field<Integer> limit(Input input, @Nullable String text) {
        return input.made("/limit", () -> text == null ? USUAL : readLimit(text));
    }

    /** The cursor to go on after; none for the first page. */
    public static Input.Field<UUID> after(Input input, @Nullable String text) {
        return input.optional("/after", text, PageQuery::readCursor);
    }

    private static Integer readLimit(String text) {
        int number = NUMBER.matcher(text).matches() ? Integer.parseInt(text) : 0;
        if (number < 1 || number > MOST) {
            throw new InvalidValue("invalid-limit", "A page has 1 to " + MOST + " items.");
        }
        return number;
    }

    private static UUID readCursor(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException notOurs) {
            throw invalidCursor();
        }
    }

    /** The refusal of a cursor that the list itself did not know. */
    public static InvalidInput refusedCursor() {
        InvalidValue refusal = invalidCursor();
        return Input.invalid("/after", refusal.code(), refusal.detail());
    }

    private static InvalidValue invalidCursor() {
        return new InvalidValue("invalid-cursor", "A cursor is the nextCursor of the page before.");
    }
}
