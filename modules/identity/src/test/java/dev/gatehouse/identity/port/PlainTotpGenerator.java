package dev.gatehouse.identity.port;

import dev.gatehouse.identity.model.OneTimeCode;
import dev.gatehouse.identity.model.TotpSecret;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Codes by the JDK alone (RFC 4226, section 5.3). */
public final class PlainTotpGenerator implements TotpGenerator {

    @Override
    public OneTimeCode code(TotpSecret secret, long step) {
        try {
            Mac mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(secret.bytes(), "RAW"));
            ByteBuffer hash = ByteBuffer.wrap(
                    mac.doFinal(ByteBuffer.allocate(Long.BYTES).putLong(step).array()));
            int offset = hash.get(hash.limit() - 1) & 0xf;
            return OneTimeCode.numbered((hash.getInt(offset) & Integer.MAX_VALUE) % OneTimeCode.COUNT);
        } catch (GeneralSecurityException impossible) {
            throw new AssertionError(impossible);
        }
    }
}
