package dev.gatehouse.app.adapter.redis;

import dev.gatehouse.identity.model.SessionId;
import dev.gatehouse.identity.model.UserId;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.UUID;

/** Names what is known of a user's sessions and tokens: all in one slot, because one script looks at it. */
final class SessionKey {

    private static final int DIGEST = 16;

    private SessionKey() {}

    static String of(UserId user, SessionId session) {
        return start(user) + session;
    }

    /** What the names of all sessions of a user begin with. */
    static String start(UserId user) {
        return "session:{" + user + "}:";
    }

    static String index(UserId user) {
        return "sessions:{" + user + "}";
    }

    static String revoked(UserId user, UUID tokenId) {
        return "blacklisted_token:{" + user + "}:" + hash(tokenId);
    }

    private static String hash(UUID id) {
        try {
            byte[] bytes = ByteBuffer.allocate(Long.BYTES * 2)
                    .putLong(id.getMostSignificantBits())
                    .putLong(id.getLeastSignificantBits())
                    .array();
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(bytes);
            return Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(digest, DIGEST));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("SHA-256 is part of every JDK", impossible);
        }
    }
}
