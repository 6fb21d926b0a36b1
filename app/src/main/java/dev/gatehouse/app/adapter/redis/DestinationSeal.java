package dev.gatehouse.app.adapter.redis;

import dev.gatehouse.identity.model.ChallengeId;
import dev.gatehouse.identity.model.Destination;
import dev.gatehouse.identity.model.EmailAddress;
import dev.gatehouse.identity.model.MasterKey;
import dev.gatehouse.identity.model.PhoneNumber;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;

/**
 * Seals destinations with the master key: a fresh nonce of 12 bytes, then AES-256-GCM (NIST SP 800-38D), in base64url.
 *
 * <p>The challenge's id is authenticated with it, so that a code cannot be sent elsewhere.
 */
final class DestinationSeal {

    private static final String AES_GCM = "AES/GCM/NoPadding";
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;
    private static final char MAILBOX = '@';
    private static final char TELEPHONE = '+';

    private final SecretKey key;
    private final SecureRandom random;

    DestinationSeal(MasterKey masterKey, SecureRandom random) {
        this.key = masterKey.derive("otp-destination/v1", "AES");
        this.random = random;
    }

    String seal(ChallengeId id, Destination destination) {
        String text =
                switch (destination) {
                    case Destination.Mailbox(EmailAddress email) -> MAILBOX + email.address();
                    case Destination.Telephone(PhoneNumber number) -> TELEPHONE + number.value();
                };
        var nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        try {
            byte[] sealed = cipher(Cipher.ENCRYPT_MODE, nonce, id).doFinal(text.getBytes(StandardCharsets.UTF_8));
            byte[] all = ByteBuffer.allocate(NONCE_BYTES + sealed.length)
                    .put(nonce)
                    .put(sealed)
                    .array();
            return Base64.getUrlEncoder().withoutPadding().encodeToString(all);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("AES-GCM is part of every JDK", impossible);
        }
    }

    /** Empty for what was not sealed for this challenge with this key. */
    Optional<Destination> open(ChallengeId id, String sealed) {
        try {
            var nonce = new byte[NONCE_BYTES];
            byte[] all = Base64.getUrlDecoder().decode(sealed);
            if (all.length <= NONCE_BYTES) {
                return Optional.empty();
            }
            ByteBuffer rest = ByteBuffer.wrap(all).get(nonce);
            byte[] text = cipher(Cipher.DECRYPT_MODE, nonce, id).doFinal(all, rest.position(), rest.remaining());
            return Optional.of(read(new String(text, StandardCharsets.UTF_8)));
        } catch (AEADBadTagException | IllegalArgumentException notOurs) {
            return Optional.empty();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("AES-GCM is part of every JDK", impossible);
        }
    }

    private static Destination read(String text) {
        String value = text.substring(1);
        return text.charAt(0) == MAILBOX
                ? new Destination.Mailbox(EmailAddress.of(value))
                : new Destination.Telephone(PhoneNumber.of(value));
    }

    private Cipher cipher(int mode, byte[] nonce, ChallengeId id) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance(AES_GCM);
        cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(id.toString().getBytes(StandardCharsets.US_ASCII));
        return cipher;
    }
}
