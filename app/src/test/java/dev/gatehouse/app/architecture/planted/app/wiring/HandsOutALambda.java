package dev.gatehouse.app.architecture.planted.app.wiring;

import dev.gatehouse.identity.port.IdGenerator;
import java.util.UUID;

/** Breaks rule 10: a lambda runs no contract. */
public final class HandsOutALambda {

    public IdGenerator idGenerator() {
        return () -> new UUID(0, 0);
    }
}
