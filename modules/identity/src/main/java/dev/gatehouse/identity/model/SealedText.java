package dev.gatehouse.identity.model;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Mac;

/** A text with a MAC behind it, {@code <body>.<mac>}: HMAC-SHA-256 (RFC 2104) in base64url, of 43 characters. */
final class SealedText {

    private static final String ALGORITHM = "HmacSHA256";

    private SealedText() {}

    /**
     * @param purpose what the key is derived for: texts of two purposes are not taken for each other
     */
    static String seal(String body, MasterKey key, String purpose) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key.derive(purpose, ALGORITHM));
            byte[] seal = mac.doFinal(body.getBytes(StandardCharsets.US_ASCII));
            return body + "." + Base64.getUrlEncoder().withoutPadding().encodeToString(seal);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(ALGORITHM + " is part of every JDK", impossible);
        }
    }

    /** The body of a text; empty unless exactly this text was sealed with this key for this purpose. */
    static Optional<String> open(String text, MasterKey key, String purpose) {
        int end = text.lastIndexOf('.');
        if (end < 0) {
            return Optional.empty();
        }
        String body = text.substring(0, end);
        boolean authentic = MessageDigest.isEqual(
                seal(body, key, purpose).getBytes(StandardCharsets.UTF_8), text.getBytes(StandardCharsets.UTF_8));
        return authentic ? Optional.of(body) : Optional.empty();
    }
}
