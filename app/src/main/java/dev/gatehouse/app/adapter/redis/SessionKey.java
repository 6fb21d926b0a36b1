package dev.gatehouse.app.adapter.redis;

import dev.gatehouse.identity.model.SessionId;
import dev.gatehouse.identity.model.UserId;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;

/** Names what is known of a user's sessions and tokens: all in one slot, because one script looks at it. */
final class SessionKey {

    /** What the names of all sessions begin with. */
    static final String SESSIONS = "session:{";

    /** What the names of all revoked tokens begin with. */
    static final String REVOKED = "blacklisted_token:{";

    private static final int DIGEST = 16;
    private static final int UUID_LENGTH = 36;

    private SessionKey() {}

    static String of(UserId user, SessionId session) {
        return start(user) + session;
    }

    /** What the names of all sessions of a user begin with. */
    static String start(UserId user) {
        return SESSIONS + user + "}:";
    }

    static String index(UserId user) {
        return "sessions:{" + user + "}";
    }

    static String revoked(UserId user, UUID tokenId) {
        return REVOKED + user + "}:" + hash(tokenId);
    }

    /** Whose session or token a key is about; empty for a key of something else. */
    static Optional<UserId> userOf(String key) {
        int begin = key.indexOf('{') + 1;
        int end = begin + UUID_LENGTH;
        boolean ours = (key.startsWith(SESSIONS) || key.startsWith(REVOKED)) && key.startsWith("}:", end);
        try {
            return ours ? Optional.of(new UserId(UUID.fromString(key.substring(begin, end)))) : Optional.empty();
        } catch (IllegalArgumentException notOurs) {
            return Optional.empty();
        }
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
