package dev.gatehouse.identity.model;

import java.text.Normalizer;

/**
 * A password as presented, in NFKC, so that the same keys on another keyboard give the same password.
 *
 * <p>Bounded here, because hashing is the dearest thing a stranger may ask for; whether it is good enough for an
 * account is {@link PasswordPolicy}'s question.
 */
public record Password(String value) {

    /** In code points, after normalisation (NIST SP 800-63B-4, section 3.1.1.2, asks for 64 at least). */
    static final int LONGEST = 128;

    /** Reads a password; blanks count. */
    public static Password of(String text) {
        // NFKC can make text up to 18 times longer: bound what is normalised first.
        if (text.isEmpty() || text.length() > 4 * LONGEST) {
            throw invalid();
        }
        if (text.codePoints().anyMatch(point -> Character.getType(point) == Character.SURROGATE)) {
            throw new InvalidValue("invalid-password", "A password is valid Unicode text.");
        }
        String value = Normalizer.normalize(text, Normalizer.Form.NFKC);
        if (value.codePointCount(0, value.length()) > LONGEST) {
            throw invalid();
        }
        return new Password(value);
    }

    /** The number of code points. */
    public int length() {
        return value.codePointCount(0, value.length());
    }

    private static InvalidValue invalid() {
        return new InvalidValue(
                "invalid-password", "A password has at most " + LONGEST + " characters, and one at least.");
    }

    @Override
    public String toString() {
        return "Password[…]";
    }
}
