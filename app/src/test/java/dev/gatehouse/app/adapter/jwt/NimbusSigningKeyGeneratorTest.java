package dev.gatehouse.app.adapter.jwt;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.identity.model.Samples;
import dev.gatehouse.identity.port.MutableClock;
import dev.gatehouse.identity.port.SigningKeyGenerator;
import dev.gatehouse.identity.port.SigningKeyGeneratorContract;
import java.security.SecureRandom;
import org.junit.jupiter.api.Test;

final class NimbusSigningKeyGeneratorTest implements SigningKeyGeneratorContract {

    private final SigningKeyGenerator generator =
            new NimbusSigningKeyGenerator(new MutableClock(Samples.NOW), new SecureRandom());

    @Override
    public SigningKeyGenerator generator() {
        return generator;
    }

    @Test
    void aKeyIsNextSinceNow() {
        assertThat(generator.generate().since()).isEqualTo(Samples.NOW);
    }
}
