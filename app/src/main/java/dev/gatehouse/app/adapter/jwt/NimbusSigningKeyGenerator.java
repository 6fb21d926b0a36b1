package dev.gatehouse.app.adapter.jwt;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import dev.gatehouse.identity.model.SigningKey;
import dev.gatehouse.identity.port.SigningKeyGenerator;
import java.security.SecureRandom;
import java.time.Clock;

/** P-256 key pairs, named by their thumbprint. */
public final class NimbusSigningKeyGenerator implements SigningKeyGenerator {

    private final Clock clock;
    private final SecureRandom random;

    public NimbusSigningKeyGenerator(Clock clock, SecureRandom random) {
        this.clock = clock;
        this.random = random;
    }

    @Override
    public SigningKey generate() {
        try {
            ECKey key = new ECKeyGenerator(Curve.P_256)
                    .secureRandom(random)
                    .keyIDFromThumbprint(true)
                    .generate();
            return new SigningKey(key.getKeyID(), SigningKey.State.NEXT, clock.instant(), key.toKeyPair());
        } catch (JOSEException impossible) {
            throw new IllegalStateException("P-256 is part of every JDK", impossible);
        }
    }
}
