package dev.gatehouse.identity.model;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.regex.Pattern;
import javax.crypto.Mac;

/** A code that is good once: six digits. */
public record OneTimeCode(String digits) {

    /** So many codes there are. */
    public static final int COUNT = 1_000_000;

    private static final String ALGORITHM = "HmacSHA256";
    private static final Pattern FORM = Pattern.compile("[0-9]{6}");

    public OneTimeCode {
        if (!FORM.matcher(digits).matches()) {
            throw new InvalidValue("invalid-code-form", "A code has six digits.");
        }
    }

    /** Reads a code; blanks between the digits do not count. */
    public static OneTimeCode of(String text) {
        return new OneTimeCode(text.length() > 20 ? "" : text.replace(" ", ""));
    }

    /**
     * The code of a number.
     *
     * @param number below {@link #COUNT}
     */
    public static OneTimeCode numbered(int number) {
        String digits = Integer.toString(number);
        return new OneTimeCode("0".repeat(6 - digits.length()) + digits);
    }

    /** What is kept of it: an HMAC-SHA-256 (RFC 2104) for this challenge alone, in base64url. */
    public String hash(ChallengeId challenge, MasterKey key) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key.derive("one-time-code/v1", ALGORITHM));
            byte[] hash = mac.doFinal((challenge + ":" + digits).getBytes(StandardCharsets.US_ASCII));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(ALGORITHM + " is part of every JDK", impossible);
        }
    }

    @Override
    public String toString() {
        return "OneTimeCode[…]";
    }
}
