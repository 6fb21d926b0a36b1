package dev.gatehouse.privacy;

import java.util.UUID;

/** Shows whoever has its id what became of a wish to be erased; whose it was, it does not say. */
public final class ReadReceipt {

    public record Command(UUID id) {}

    public sealed interface Result {
        record Found(Erasure erasure) implements Result {}

        record None() implements Result {}
    }

    private final Erasures erasures;

    public ReadReceipt(Erasures erasures) {
        this.erasures = erasures;
    }

    /** One round trip. */
    public Result handle(Command command) {
        return erasures.find(command.id()).<Result>map(Result.Found::new).orElseGet(Result.None::new);
    }
}
