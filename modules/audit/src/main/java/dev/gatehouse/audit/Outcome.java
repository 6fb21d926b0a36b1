package dev.gatehouse.audit;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What became of an action. */
public enum Outcome {
    DONE,
    DENIED;

    /** Reads what {@link #text} made; empty for any other text. */
    public static Optional<Outcome> read(String text) {
        return Arrays.stream(values())
                .filter(outcome -> outcome.text().equals(text))
                .findFirst();
    }

    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }
}
