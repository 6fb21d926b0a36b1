package dev.gatehouse.app.adapter.random;

import dev.gatehouse.identity.port.NonceGenerator;
import dev.gatehouse.identity.port.NonceGeneratorContract;
import java.security.SecureRandom;

final class RandomNonceGeneratorTest implements NonceGeneratorContract {

    private final RandomNonceGenerator nonces = new RandomNonceGenerator(new SecureRandom());

    @Override
    public NonceGenerator nonces() {
        return nonces;
    }
}
