package dev.gatehouse.identity.model;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.stream.IntStream;
import javax.crypto.KDF;
import javax.crypto.SecretKey;
import javax.crypto.spec.HKDFParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** The one secret an operator keeps: 32 bytes, from which every other key is derived (HKDF-SHA-256, RFC 5869). */
public final class MasterKey {

    private static final int BYTES = 32;

    private final SecretKey root;

    private MasterKey(byte[] bytes) {
        root = new SecretKeySpec(bytes, "Generic");
    }

    /** Reads 32 bytes in base64, as {@code openssl rand -base64 32} prints them. */
    public static MasterKey of(String base64) {
        byte[] bytes;
        try {
            bytes = Base64.getDecoder().decode(base64.strip());
        } catch (IllegalArgumentException notBase64) {
            throw new InvalidValue("invalid-master-key", "The master key is 32 bytes in base64.");
        }
        if (bytes.length != BYTES) {
            throw new InvalidValue(
                    "invalid-master-key", "The master key is 32 bytes in base64, not " + bytes.length + ".");
        }
        return new MasterKey(bytes);
    }

    /**
     * Whether somebody typed it: of 32 random bytes at least 16 differ, but for less than once in 10^12 keys.
     */
    public boolean isSample() {
        byte[] bytes = root.getEncoded();
        return IntStream.range(0, bytes.length).map(i -> bytes[i]).distinct().count() < BYTES / 2;
    }

    /** The key for one purpose; the same purpose always gives the same key, and no key tells of another. */
    public SecretKey derive(String purpose, String algorithm) {
        try {
            var parameters = HKDFParameterSpec.ofExtract()
                    .addIKM(root)
                    .thenExpand(purpose.getBytes(StandardCharsets.UTF_8), BYTES);
            return KDF.getInstance("HKDF-SHA256").deriveKey(algorithm, parameters);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("HKDF-SHA256 is part of every JDK 25", impossible);
        }
    }

    @Override
    public String toString() {
        return "MasterKey[…]";
    }
}
