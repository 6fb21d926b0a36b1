package dev.gatehouse.app.architecture.planted.app.wiring;

import jakarta.inject.Inject;
import java.time.Clock;
import org.jspecify.annotations.Nullable;

/** Breaks rule 16: there is a time before it is complete. */
public class IsInjectedBySetter {

    private @Nullable Clock clock;

    @Inject
    void setClock(Clock clock) {
        this.clock = clock;
    }

    @Nullable
    Clock clock() {
        return clock;
    }
}
