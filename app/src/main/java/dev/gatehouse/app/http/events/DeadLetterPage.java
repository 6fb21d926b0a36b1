package dev.gatehouse.app.http.events;

import dev.gatehouse.events.DeadLetter;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A page of dead letters.
 *
 * @param nextCursor what to go on after; null when this is the last page
 */
record DeadLetterPage(List<DeadLetterBody> items, @Nullable UUID nextCursor) {

    static DeadLetterPage of(List<DeadLetter> letters, @Nullable UUID next) {
        return new DeadLetterPage(letters.stream().map(DeadLetterBody::of).toList(), next);
    }
}
