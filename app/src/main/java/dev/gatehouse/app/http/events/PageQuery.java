package dev.gatehouse.app.http.events;

import dev.gatehouse.app.http.problem.Input;
import dev.gatehouse.events.ListDeadLetters;
import dev.gatehouse.identity.model.InvalidValue;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Which page is asked for: {@code ?limit=&after=}, each of which may be absent. */
record PageQuery(@Nullable String limit, @Nullable String after) {

    private static final int USUAL = 50;
    private static final int MOST = 200;
    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,3}");

    ListDeadLetters.Command command() {
        var input = new Input();
        var readLimit = input.optional("/limit", limit, PageQuery::readLimit);
        var readAfter = input.optional("/after", after, PageQuery::readCursor);
        input.check();
        Integer wanted = readLimit.orNull();
        return new ListDeadLetters.Command(readAfter.orNull(), wanted == null ? USUAL : wanted);
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
            throw new InvalidValue("invalid-cursor", "A cursor is the nextCursor of the page before.");
        }
    }
}
