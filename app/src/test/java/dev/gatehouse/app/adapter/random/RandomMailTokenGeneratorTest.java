package dev.gatehouse.app.adapter.random;

import dev.gatehouse.identity.port.MailTokenGenerator;
import dev.gatehouse.identity.port.MailTokenGeneratorContract;
import java.security.SecureRandom;

final class RandomMailTokenGeneratorTest implements MailTokenGeneratorContract {

    private final RandomMailTokenGenerator tokens = new RandomMailTokenGenerator(new SecureRandom());

    @Override
    public MailTokenGenerator tokens() {
        return tokens;
    }
}
