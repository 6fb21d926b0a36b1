package dev.gatehouse.identity.model;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Base64;
import java.util.Set;
import javax.crypto.Mac;
import javax.crypto.SecretKey;

/**
 * Names an e-mail address or a phone number where it must not be read: half of an HMAC-SHA-256 (RFC 2104) of its
 * canonical form, in 22 characters of base64url (RFC 4648, section 5). All instances give the same name.
 */
public final class ContactHash {

    private static final String ALGORITHM = "HmacSHA256";
    private static final int BYTES = 16;

    private final SecretKey key;

    public ContactHash(MasterKey masterKey) {
        key = masterKey.derive("contact-hash", ALGORITHM);
    }

    public String of(EmailAddress email) {
        return name("email:" + email.canonical());
    }

    public String of(PhoneNumber phone) {
        return name("phone:" + phone.value());
    }

    /** All that a user is named by. */
    public Set<String> of(User user) {
        PhoneNumber phone = user.phone();
        return phone == null ? Set.of(of(user.email())) : Set.of(of(user.email()), of(phone));
    }

    private String name(String contact) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            byte[] hash = mac.doFinal(contact.getBytes(StandardCharsets.UTF_8));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(hash, BYTES));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(ALGORITHM + " is part of every JDK", impossible);
        }
    }
}
