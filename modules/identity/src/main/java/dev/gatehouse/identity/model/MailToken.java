package dev.gatehouse.identity.model;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What a link in a mail proves: 256 bits of chance, in 43 characters of base64url (RFC 4648, section 5). The text is in
 * the mail alone; whoever must know it again keeps its digest.
 */
public record MailToken(String text) {

    private static final int BYTES = 32;
    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9_-]{43}");

    /**
     * @param chance 32 bytes that nobody can guess
     */
    public static MailToken of(byte[] chance) {
        if (chance.length != BYTES) {
            throw new IllegalArgumentException("a token is made of " + BYTES + " bytes, not " + chance.length);
        }
        return new MailToken(Base64.getUrlEncoder().withoutPadding().encodeToString(chance));
    }

    /** Reads any text; empty for one that no token has. */
    public static Optional<MailToken> read(String text) {
        return FORM.matcher(text).matches() ? Optional.of(new MailToken(text)) : Optional.empty();
    }

    /** SHA-256 of the text, in base64url: enough to know it by, and of no use to whoever reads it. */
    public String digest() {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.US_ASCII));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("SHA-256 is part of every JDK", impossible);
        }
    }

    @Override
    public String toString() {
        return "MailToken[…]";
    }
}
