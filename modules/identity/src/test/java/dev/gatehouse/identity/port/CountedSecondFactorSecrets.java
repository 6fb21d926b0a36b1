package dev.gatehouse.identity.port;

import dev.gatehouse.identity.model.RecoveryCode;
import dev.gatehouse.identity.model.TotpSecret;
import java.nio.ByteBuffer;
import java.util.concurrent.atomic.AtomicInteger;

/** Secrets that count up, which everybody can foresee. */
public final class CountedSecondFactorSecrets implements SecondFactorSecrets {

    private final AtomicInteger next = new AtomicInteger();

    @Override
    public TotpSecret nextSecret() {
        return TotpSecret.of(counted(TotpSecret.BYTES));
    }

    @Override
    public RecoveryCode nextRecoveryCode() {
        return RecoveryCode.of(counted(RecoveryCode.BYTES));
    }

    private byte[] counted(int bytes) {
        return ByteBuffer.allocate(bytes).putInt(next.incrementAndGet()).array();
    }
}
