package dev.gatehouse.app.adapter.random;

import dev.gatehouse.identity.model.OneTimeCode;
import dev.gatehouse.identity.port.OneTimeCodes;
import java.security.SecureRandom;
import java.util.Base64;

/** Codes as a {@link SecureRandom} gives them, which is fair up to any bound. */
public final class RandomOneTimeCodes implements OneTimeCodes {

    private static final int NONCE_BYTES = 16;

    private final SecureRandom random;

    public RandomOneTimeCodes(SecureRandom random) {
        this.random = random;
    }

    @Override
    public OneTimeCode nextCode() {
        return OneTimeCode.numbered(random.nextInt(OneTimeCode.COUNT));
    }

    @Override
    public String nextNonce() {
        var bytes = new byte[NONCE_BYTES];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
