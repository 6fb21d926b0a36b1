package dev.gatehouse.identity.port;

import dev.gatehouse.identity.model.Samples;
import dev.gatehouse.identity.model.SigningKey;

/** Makes true P-256 keys, by the JDK alone. */
public final class PlainSigningKeyGenerator implements SigningKeyGenerator {

    @Override
    public SigningKey generate() {
        return Samples.signingKey(SigningKey.State.NEXT);
    }
}
