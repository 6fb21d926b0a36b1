package dev.gatehouse.app.architecture.planted.app.adapter.redis;

import dev.gatehouse.app.adapter.jwt.NimbusSigningKeyGenerator;
import dev.gatehouse.identity.model.SigningKey;
import dev.gatehouse.identity.port.SigningKeyGenerator;

/** Breaks rule 7: an adapter knows no other adapter. */
public record RedisSigningKeyGenerator(NimbusSigningKeyGenerator other) implements SigningKeyGenerator {

    @Override
    public SigningKey generate() {
        return other.generate();
    }
}
