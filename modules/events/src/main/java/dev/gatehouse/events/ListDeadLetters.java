package dev.gatehouse.events;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Shows an administrator what no handler will deal with by itself, the longest dead first. */
public final class ListDeadLetters {

    /**
     * @param after the last letter of the page before; null for the first page
     * @param limit letters a page
     */
    public record Command(@Nullable UUID after, int limit) {}

    public sealed interface Result {
        /**
         * @param next what to go on after; null when this is the last page
         */
        record Page(List<DeadLetter> letters, @Nullable UUID next) implements Result {}
    }

    private final DeadLetters deadLetters;

    public ListDeadLetters(DeadLetters deadLetters) {
        this.deadLetters = deadLetters;
    }

    /** One round trip. */
    public Result handle(Command command) {
        List<DeadLetter> found = deadLetters.list(command.after(), command.limit() + 1);
        if (found.size() <= command.limit()) {
            return new Result.Page(found, null);
        }
        List<DeadLetter> page = found.subList(0, command.limit());
        return new Result.Page(page, page.getLast().id());
    }
}
