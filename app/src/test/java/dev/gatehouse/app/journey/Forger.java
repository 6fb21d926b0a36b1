package dev.gatehouse.app.journey;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.gatehouse.identity.model.SigningKey;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.Signature;
import java.util.Arrays;
import java.util.Base64;

/** Makes JWTs that no honest issuer would, from strings and the JDK alone. */
final class Forger {

    private static final BigInteger HALF_ORDER =
            new BigInteger("7fffffff800000007fffffffffffffffde737d56d38bcf4279dce5617e3192a8", 16);

    private Forger() {}

    /** A token with a true signature, its s in the lower half of the order, where ours have it. */
    static String signed(String header, String payload, SigningKey key) throws GeneralSecurityException {
        String input = encoded(header) + "." + encoded(payload);
        var signer = Signature.getInstance("SHA256withECDSAinP1363Format");
        byte[] signature;
        do {
            signer.initSign(key.pair().getPrivate());
            signer.update(input.getBytes(UTF_8));
            signature = signer.sign();
        } while (new BigInteger(1, Arrays.copyOfRange(signature, 32, 64)).compareTo(HALF_ORDER) > 0);
        return input + "." + encoded(signature);
    }

    static String decoded(String token, int part) {
        return new String(Base64.getUrlDecoder().decode(token.split("\\.", -1)[part]), UTF_8);
    }

    static String encoded(String text) {
        return encoded(text.getBytes(UTF_8));
    }

    static String encoded(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
