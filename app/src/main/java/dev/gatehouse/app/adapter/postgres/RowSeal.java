package dev.gatehouse.app.adapter.postgres;

import dev.gatehouse.identity.model.MasterKey;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;

/**
 * Seals what a row must not show with the master key: a fresh nonce of 12 bytes, then AES-256-GCM of the secret (NIST SP
 * 800-38D).
 *
 * <p>The row's id is authenticated with it, so that what is in two rows cannot change places.
 */
final class RowSeal {

    private static final String AES_GCM = "AES/GCM/NoPadding";
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;

    private final SecretKey key;
    private final String what;
    private final SecureRandom random = new SecureRandom();

    /**
     * @param purpose of the key that the master key gives, for example {@code signing-key/v1}
     * @param what the rows are, for whoever reads the log
     */
    RowSeal(MasterKey masterKey, String purpose, String what) {
        this.key = masterKey.derive(purpose, "AES");
        this.what = what;
    }

    byte[] seal(String id, byte[] secret) {
        var nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        try {
            byte[] sealed = cipher(Cipher.ENCRYPT_MODE, nonce, id).doFinal(secret);
            return ByteBuffer.allocate(NONCE_BYTES + sealed.length)
                    .put(nonce)
                    .put(sealed)
                    .array();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("AES-GCM is part of every JDK", impossible);
        }
    }

    byte[] open(String id, byte[] sealed) {
        var nonce = new byte[NONCE_BYTES];
        ByteBuffer rest = ByteBuffer.wrap(sealed).get(nonce);
        try {
            return cipher(Cipher.DECRYPT_MODE, nonce, id).doFinal(sealed, rest.position(), rest.remaining());
        } catch (AEADBadTagException wrongKey) {
            throw new IllegalStateException(
                    what + " " + id + " was sealed with another master key, or changed since", wrongKey);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("AES-GCM is part of every JDK", impossible);
        }
    }

    private Cipher cipher(int mode, byte[] nonce, String id) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance(AES_GCM);
        cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(id.getBytes(StandardCharsets.US_ASCII));
        return cipher;
    }
}
