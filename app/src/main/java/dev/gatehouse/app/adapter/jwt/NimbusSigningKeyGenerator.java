package dev.gatehouse.app.adapter.jwt;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import dev.gatehouse.identity.model.SigningKey;
import dev.gatehouse.identity.port.SigningKeyGenerator;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.time.Clock;

/** Key pairs of the JDK on P-256, named by Nimbus with their thumbprint. */
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
            var generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec(Curve.P_256.getStdName()), random);
            var pair = generator.generateKeyPair();
            var jwk = new ECKey.Builder(Curve.P_256, (ECPublicKey) pair.getPublic()).build();
            String id = jwk.computeThumbprint().toString();
            return new SigningKey(id, SigningKey.State.NEXT, clock.instant(), pair);
        } catch (GeneralSecurityException | JOSEException impossible) {
            throw new IllegalStateException("P-256 and SHA-256 are part of every JDK", impossible);
        }
    }
}
