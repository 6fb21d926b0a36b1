package dev.gatehouse.app.adapter.otp;

import com.eatthepath.otp.HmacOneTimePasswordGenerator;
import dev.gatehouse.identity.model.OneTimeCode;
import dev.gatehouse.identity.model.TotpSecret;
import dev.gatehouse.identity.port.TotpGenerator;
import java.security.InvalidKeyException;
import java.util.Locale;
import javax.crypto.spec.SecretKeySpec;

/** Codes by java-otp: a time-based one is a counted one (RFC 4226) with the step as its count. */
public final class JavaOtpTotpGenerator implements TotpGenerator {

    private final HmacOneTimePasswordGenerator codes = new HmacOneTimePasswordGenerator();

    @Override
    public OneTimeCode code(TotpSecret secret, long step) {
        try {
            var key = new SecretKeySpec(secret.bytes(), "RAW");
            return new OneTimeCode(codes.generateOneTimePasswordString(key, step, Locale.ROOT));
        } catch (InvalidKeyException impossible) {
            throw new IllegalStateException("an HMAC takes any key", impossible);
        }
    }
}
