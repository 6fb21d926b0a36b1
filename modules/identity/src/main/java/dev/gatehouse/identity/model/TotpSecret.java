package dev.gatehouse.identity.model;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * What an authenticator app and we share: {@value #BYTES} bytes by chance, as long as the HMAC that codes are made of (RFC
 * 4226, section 4, R6).
 */
public final class TotpSecret {

    public static final int BYTES = 20;

    private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    private final byte[] bytes;

    private TotpSecret(byte[] bytes) {
        this.bytes = bytes;
    }

    public static TotpSecret of(byte[] bytes) {
        if (bytes.length != BYTES) {
            throw new IllegalArgumentException("a secret of " + BYTES + " bytes");
        }
        return new TotpSecret(bytes.clone());
    }

    public byte[] bytes() {
        return bytes.clone();
    }

    /** For whoever types it: base32 (RFC 4648, section 6), which for 20 bytes needs no padding. */
    public String base32() {
        return Base32.encode(bytes, ALPHABET);
    }

    /**
     * For whoever scans it: {@code otpauth://totp/…}, in the form that authenticator apps agree on (Key URI Format).
     *
     * @param issuer who is logged in to, as the app shows it; without a colon
     */
    public String uri(String issuer, EmailAddress account) {
        return "otpauth://totp/" + encoded(issuer) + ":" + encoded(account.address()) + "?secret=" + base32()
                + "&issuer=" + encoded(issuer) + "&algorithm=SHA1&digits=6&period=30";
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof TotpSecret secret && Arrays.equals(bytes, secret.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    @Override
    public String toString() {
        return "TotpSecret[…]";
    }
}
