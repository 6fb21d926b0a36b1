package dev.gatehouse.app.architecture.planted.app.adapter.redis;

import dev.gatehouse.identity.port.IdGenerator;
import java.util.UUID;

/** Breaks rule 9: this technology is at home elsewhere. */
public final class NimbusIdGenerator implements IdGenerator {

    @Override
    public UUID next() {
        return new UUID(0, 0);
    }
}
