package dev.gatehouse.app.adapter.random;

import dev.gatehouse.identity.model.MailToken;
import dev.gatehouse.identity.port.MailTokenGenerator;
import java.security.SecureRandom;

/** Tokens of 256 bits from the generator that the system seeds. */
public final class RandomMailTokenGenerator implements MailTokenGenerator {

    private static final int BYTES = 32;

    private final SecureRandom random;

    public RandomMailTokenGenerator(SecureRandom random) {
        this.random = random;
    }

    @Override
    public MailToken next() {
        byte[] chance = new byte[BYTES];
        random.nextBytes(chance);
        return MailToken.of(chance);
    }
}
