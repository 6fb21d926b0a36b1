package dev.gatehouse.identity.model;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;

/**
 * Seals the places where pages of users end, so that clients can carry them about and neither read nor change them, nor
 * use them for another search: AES-256-GCM (NIST SP 800-38D) in base64url.
 *
 * <p>The nonce is 96 bits of an HMAC of all that is sealed, so that it is another one wherever that is.
 */
public final class UserCursors {

    private static final String CIPHER = "AES/GCM/NoPadding";
    private static final String HMAC = "HmacSHA256";
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;
    private static final int ID_BYTES = 16;

    private final SecretKey key;
    private final SecretKey nonceKey;

    public UserCursors(MasterKey masterKey) {
        key = masterKey.derive("user-cursor/v1", "AES");
        nonceKey = masterKey.derive("user-cursor-nonce/v1", HMAC);
    }

    /** The text of a place. The same place of the same search has the same text on every instance. */
    public String seal(UserSearch search, UserPlace place) {
        byte[] plain = bytes(place);
        byte[] nonce = nonce(search, plain);
        byte[] sealed = run(Cipher.ENCRYPT_MODE, nonce, search, plain).orElseThrow();
        return base64(concatenated(nonce, sealed));
    }

    /** Opens any text; empty unless exactly this text was sealed for this search. */
    public Optional<UserPlace> open(UserSearch search, String text) {
        byte[] bytes;
        try {
            bytes = Base64.getUrlDecoder().decode(text);
        } catch (IllegalArgumentException notOurs) {
            return Optional.empty();
        }
        if (bytes.length < NONCE_BYTES + ID_BYTES + TAG_BITS / 8
                || !base64(bytes).equals(text)) {
            return Optional.empty();
        }
        byte[] nonce = Arrays.copyOf(bytes, NONCE_BYTES);
        return run(Cipher.DECRYPT_MODE, nonce, search, Arrays.copyOfRange(bytes, NONCE_BYTES, bytes.length))
                .map(UserCursors::place);
    }

    private static byte[] bytes(UserPlace place) {
        UUID id = place.id().value();
        byte[] sortKey = place.key().getBytes(StandardCharsets.UTF_8);
        return ByteBuffer.allocate(ID_BYTES + sortKey.length)
                .putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits())
                .put(sortKey)
                .array();
    }

    private static UserPlace place(byte[] bytes) {
        var buffer = ByteBuffer.wrap(bytes);
        var id = new UserId(new UUID(buffer.getLong(), buffer.getLong()));
        return new UserPlace(StandardCharsets.UTF_8.decode(buffer).toString(), id);
    }

    private byte[] nonce(UserSearch search, byte[] plain) {
        try {
            Mac mac = Mac.getInstance(HMAC);
            mac.init(nonceKey);
            mac.update(bytes(search));
            return Arrays.copyOf(mac.doFinal(plain), NONCE_BYTES);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(HMAC + " is part of every JDK", impossible);
        }
    }

    /** No prefix has a control in it, so that no two searches are the same bytes. */
    private static byte[] bytes(UserSearch search) {
        EmailPrefix email = search.email();
        NamePrefix name = search.name();
        String text = (email == null ? "" : email.value()) + '\n' + (name == null ? "" : name.value()) + '\n';
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** Empty for bytes that were not sealed so. */
    private Optional<byte[]> run(int mode, byte[] nonce, UserSearch search, byte[] input) {
        try {
            Cipher cipher = Cipher.getInstance(CIPHER);
            cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
            cipher.updateAAD(bytes(search));
            return Optional.of(cipher.doFinal(input));
        } catch (AEADBadTagException notOurs) {
            return Optional.empty();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("AES-GCM is part of every JDK", impossible);
        }
    }

    private static byte[] concatenated(byte[] one, byte[] other) {
        return ByteBuffer.allocate(one.length + other.length)
                .put(one)
                .put(other)
                .array();
    }

    private static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
