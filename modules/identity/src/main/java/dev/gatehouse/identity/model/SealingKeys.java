package dev.gatehouse.identity.model;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;

/**
 * Keys that are not where what they seal is kept. What is sealed is under the first; what any of them sealed can be
 * opened, so that a key can be changed.
 *
 * <p>AES-256-GCM (NIST SP 800-38D): a nonce of 12 bytes, then the sealed text with its tag of 16.
 */
public final class SealingKeys {

    private static final String CIPHER = "AES/GCM/NoPadding";
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;
    private static final int ID_BYTES = 4;

    private record Key(String id, SecretKey key) {
        @Override
        public String toString() {
            return "Key[" + id + "]";
        }
    }

    private final List<Key> keys;

    private SealingKeys(List<Key> keys) {
        this.keys = keys;
    }

    /** Reads keys with blanks between, the current one first: each 32 bytes in base64, and each another one. */
    public static List<MasterKey> read(String keys) {
        List<String> texts = List.of(keys.strip().split("\\s+", -1));
        if (texts.stream().distinct().count() != texts.size()) {
            throw new InvalidValue("invalid-keys", "Each key is another one.");
        }
        return texts.stream().map(MasterKey::of).toList();
    }

    /**
     * The keys for one purpose.
     *
     * @param roots what they are derived from, one at least; the current one first
     */
    public static SealingKeys of(List<MasterKey> roots, String purpose) {
        if (roots.isEmpty()) {
            throw new IllegalArgumentException("one key at least");
        }
        return new SealingKeys(roots.stream()
                .map(root -> root.derive(purpose, "AES"))
                .map(key -> new Key(id(key), key))
                .toList());
    }

    /** The name of the current key: 8 hexadecimal digits that follow from it and do not tell it. */
    public String currentId() {
        return keys.getFirst().id();
    }

    /**
     * Seals under the current key.
     *
     * @param nonce 12 bytes by chance, never twice
     * @param context what must be said again to open it
     */
    public byte[] seal(byte[] plain, byte[] nonce, String context) {
        byte[] sealed = apply(Cipher.ENCRYPT_MODE, keys.getFirst(), nonce, plain, context)
                .orElseThrow();
        return ByteBuffer.allocate(nonce.length + sealed.length)
                .put(nonce)
                .put(sealed)
                .array();
    }

    /** Opens what the key of that name sealed; empty for an unknown key, or what is not as it was sealed. */
    public Optional<byte[]> open(String id, byte[] sealed, String context) {
        return sealed.length <= NONCE_BYTES
                ? Optional.empty()
                : keys.stream()
                        .filter(key -> key.id().equals(id))
                        .findFirst()
                        .flatMap(key -> apply(
                                Cipher.DECRYPT_MODE,
                                key,
                                Arrays.copyOf(sealed, NONCE_BYTES),
                                Arrays.copyOfRange(sealed, NONCE_BYTES, sealed.length),
                                context));
    }

    private static Optional<byte[]> apply(int mode, Key key, byte[] nonce, byte[] text, String context) {
        try {
            Cipher cipher = Cipher.getInstance(CIPHER);
            cipher.init(mode, key.key(), new GCMParameterSpec(TAG_BITS, nonce));
            cipher.updateAAD((key.id() + ":" + context).getBytes(StandardCharsets.UTF_8));
            return Optional.of(cipher.doFinal(text));
        } catch (AEADBadTagException notSealedSo) {
            return Optional.empty();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(CIPHER + " is part of every JDK", impossible);
        }
    }

    private static String id(SecretKey key) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(key.getEncoded());
            return HexFormat.of().formatHex(digest, 0, ID_BYTES);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("SHA-256 is part of every JDK", impossible);
        }
    }

    @Override
    public String toString() {
        return "SealingKeys[…]";
    }
}
