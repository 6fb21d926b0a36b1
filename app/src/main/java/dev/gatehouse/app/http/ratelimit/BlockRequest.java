package dev.gatehouse.app.http.ratelimit;

import dev.gatehouse.app.http.problem.Input;
import dev.gatehouse.identity.model.InvalidValue;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How long a subject is to be blocked.
 *
 * @param seconds 1 to 31,622,400: 366 days
 */
record BlockRequest(@Nullable Integer seconds) {

    private static final int LONGEST = 366 * 24 * 60 * 60;

    Duration time() {
        var input = new Input();
        var time = input.required("/seconds", seconds, BlockRequest::read);
        input.check();
        return time.get();
    }

    private static Duration read(int seconds) {
        if (seconds < 1 || seconds > LONGEST) {
            throw new InvalidValue("invalid-block", "A block lasts 1 to " + LONGEST + " seconds.");
        }
        return Duration.ofSeconds(seconds);
    }
}
