package dev.gatehouse.identity.model;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * A code that is good once, from a list that its user keeps for when they cannot have another: 80 bits in 16 characters,
 * which leave out those that are read as others (Crockford's base32).
 */
public record RecoveryCode(String characters) {

    /** So many bytes by chance make one. */
    public static final int BYTES = 10;

    /** So many are on a list. */
    public static final int COUNT = 10;

    /** With so many left, or fewer, it is time for another list. */
    public static final int FEW = 3;

    private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final Pattern FORM = Pattern.compile("[" + ALPHABET + "]{16}");
    private static final Pattern FOUR = Pattern.compile(".{4}");
    private static final int LONGEST = 40;

    public RecoveryCode {
        if (!FORM.matcher(characters).matches()) {
            throw new InvalidValue("invalid-code-form", "A recovery code has 16 letters and digits.");
        }
    }

    /** Reads a code: case, blanks and hyphens do not count, and what looks like a character of it is one. */
    public static RecoveryCode of(String text) {
        String read =
                text.length() > LONGEST ? "" : text.toUpperCase(Locale.ROOT).replaceAll("[ -]", "");
        return new RecoveryCode(read.replace('O', '0').replace('I', '1').replace('L', '1'));
    }

    /** The code of so many bytes. */
    public static RecoveryCode of(byte[] chance) {
        if (chance.length != BYTES) {
            throw new IllegalArgumentException("a code of " + BYTES + " bytes");
        }
        return new RecoveryCode(Base32.encode(chance, ALPHABET));
    }

    /** As it stands on the list: {@code XXXX-XXXX-XXXX-XXXX}. */
    public String text() {
        return FOUR.matcher(characters).replaceAll("$0-").substring(0, 19);
    }

    /** What is kept of it: a SHA-256 for this user alone, in base64url. Of 80 bits nobody tries all. */
    public String digest(UserId user) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256")
                    .digest(("recovery-code/v1:" + user + ":" + characters).getBytes(StandardCharsets.US_ASCII));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("SHA-256 is part of every JDK", impossible);
        }
    }

    @Override
    public String toString() {
        return "RecoveryCode[…]";
    }
}
