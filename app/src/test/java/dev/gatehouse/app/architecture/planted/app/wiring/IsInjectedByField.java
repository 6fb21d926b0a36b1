package dev.gatehouse.app.architecture.planted.app.wiring;

import jakarta.inject.Inject;
import java.time.Clock;
import org.jspecify.annotations.Nullable;

/** Breaks rule 16: what it needs cannot be seen from its constructor. */
public class IsInjectedByField {

    @Inject
    @Nullable
    Clock clock;
}
