package dev.gatehouse.app.adapter.random;

import dev.gatehouse.identity.port.NonceGenerator;
import java.security.SecureRandom;

/** Nonces of 96 bits: two of four thousand million are the same once in eight thousand million times. */
public final class RandomNonceGenerator implements NonceGenerator {

    private static final int BYTES = 12;

    private final SecureRandom random;

    public RandomNonceGenerator(SecureRandom random) {
        this.random = random;
    }

    @Override
    public byte[] next() {
        byte[] nonce = new byte[BYTES];
        random.nextBytes(nonce);
        return nonce;
    }
}
