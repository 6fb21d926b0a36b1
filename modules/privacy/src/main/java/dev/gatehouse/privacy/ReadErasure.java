package dev.gatehouse.privacy;

import java.util.UUID;

/** Shows a person the wish that they have. */
public final class ReadErasure {

    public record Command(UUID person) {}

    public sealed interface Result {
        record Found(Erasure erasure) implements Result {}

        record None() implements Result {}
    }

    private final Erasures erasures;

    public ReadErasure(Erasures erasures) {
        this.erasures = erasures;
    }

    /** One round trip. */
    public Result handle(Command command) {
        return erasures.findOf(command.person()).<Result>map(Result.Found::new).orElseGet(Result.None::new);
    }
}
