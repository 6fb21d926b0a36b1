package dev.gatehouse.app.adapter.jwt;

import java.math.BigInteger;
import java.util.Arrays;

/**
 * The lower one of the two ECDSA signatures (r, s) and (r, n − s) that are both right, whichever the signer made. With the
 * other one refused, a token has one spelling, and whoever has not the key cannot make another.
 */
final class LowS {

    private static final int PART = 32;
    private static final BigInteger ORDER =
            new BigInteger("ffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551", 16);
    private static final BigInteger HALF = ORDER.shiftRight(1);

    private LowS() {}

    /** Whether this is a signature of P-256 (RFC 7518, section 3.4) with the lower s. */
    static boolean holds(byte[] signature) {
        return signature.length == 2 * PART && s(signature).compareTo(HALF) <= 0;
    }

    static byte[] of(byte[] signature) {
        if (holds(signature)) {
            return signature;
        }
        byte[] low = ORDER.subtract(s(signature)).toByteArray();
        byte[] result = Arrays.copyOf(signature, 2 * PART);
        Arrays.fill(result, PART, 2 * PART, (byte) 0);
        // Below half the order the first bit is never set, so that there is no byte for a sign.
        System.arraycopy(low, 0, result, 2 * PART - low.length, low.length);
        return result;
    }

    private static BigInteger s(byte[] signature) {
        return new BigInteger(1, signature, PART, PART);
    }
}
