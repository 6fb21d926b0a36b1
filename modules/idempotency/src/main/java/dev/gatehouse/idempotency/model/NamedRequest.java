package dev.gatehouse.idempotency.model;

import dev.gatehouse.identity.model.UserId;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;

/**
 * A request by the name that its client gave it. Nobody else's, and none for anything else, is the same.
 *
 * @param route what it is for, for example {@code POST /api/vehicles}
 */
public record NamedRequest(UserId caller, String route, IdempotencyKey key) {

    /** SHA-256 of all of it, in base64url: enough to know it by. No part but the last has a line break. */
    public String digest() {
        return digest(caller + "\n" + route + "\n" + key.value());
    }

    /** SHA-256 of any text, in base64url. */
    public static String digest(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("SHA-256 is part of every JDK", impossible);
        }
    }
}
