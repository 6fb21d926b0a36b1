package dev.gatehouse.app.adapter.random;

import dev.gatehouse.identity.port.SecondFactorSecrets;
import dev.gatehouse.identity.port.SecondFactorSecretsContract;
import java.security.SecureRandom;

final class RandomSecondFactorSecretsTest implements SecondFactorSecretsContract {

    private final RandomSecondFactorSecrets secrets = new RandomSecondFactorSecrets(new SecureRandom());

    @Override
    public SecondFactorSecrets secrets() {
        return secrets;
    }
}
