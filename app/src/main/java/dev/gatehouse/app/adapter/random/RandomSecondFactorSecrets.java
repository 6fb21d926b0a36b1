package dev.gatehouse.app.adapter.random;

import dev.gatehouse.identity.model.RecoveryCode;
import dev.gatehouse.identity.model.TotpSecret;
import dev.gatehouse.identity.port.SecondFactorSecrets;
import java.security.SecureRandom;

/** Secrets from the generator that the system seeds. */
public final class RandomSecondFactorSecrets implements SecondFactorSecrets {

    private final SecureRandom random;

    public RandomSecondFactorSecrets(SecureRandom random) {
        this.random = random;
    }

    @Override
    public TotpSecret nextSecret() {
        return TotpSecret.of(chance(TotpSecret.BYTES));
    }

    @Override
    public RecoveryCode nextRecoveryCode() {
        return RecoveryCode.of(chance(RecoveryCode.BYTES));
    }

    private byte[] chance(int length) {
        byte[] bytes = new byte[length];
        random.nextBytes(bytes);
        return bytes;
    }
}
