package dev.gatehouse.app.adapter.argon2;

import dev.gatehouse.identity.model.PasswordHash;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The parts of a PHC string {@code $argon2id$v=19$m=…,t=…,p=…$salt$tag}.
 *
 * @param salt 8 to 64 bytes, in base64 without padding
 * @param tag 16 to 64 bytes, in base64 without padding
 */
record Argon2Hash(Argon2Cost cost, String salt, String tag) {

    private static final Pattern PHC = Pattern.compile("\\$argon2id\\$v=19"
            + "\\$m=([1-9][0-9]{0,5}),t=([1-9][0-9]?),p=([1-9])"
            + "\\$([A-Za-z0-9+/]{11,86})\\$([A-Za-z0-9+/]{22,86})");

    static Argon2Hash of(Argon2Cost cost, byte[] salt, byte[] tag) {
        return new Argon2Hash(cost, encode(salt), encode(tag));
    }

    /** Reads a string that is spelled as {@link #phc} spells it; empty for any other, or one out of bounds. */
    static Optional<Argon2Hash> parse(PasswordHash hash) {
        Matcher parts = PHC.matcher(hash.phc());
        if (!parts.matches() || !isCanonical(parts.group(4)) || !isCanonical(parts.group(5))) {
            return Optional.empty();
        }
        int memory = Integer.parseInt(parts.group(1));
        int iterations = Integer.parseInt(parts.group(2));
        int parallelism = Integer.parseInt(parts.group(3));
        return Argon2Cost.isBounded(memory, iterations, parallelism)
                ? Optional.of(
                        new Argon2Hash(new Argon2Cost(memory, iterations, parallelism), parts.group(4), parts.group(5)))
                : Optional.empty();
    }

    PasswordHash phc() {
        return new PasswordHash("$argon2id$v=19$m=%d,t=%d,p=%d$%s$%s"
                .formatted(cost.memoryKib(), cost.iterations(), cost.parallelism(), salt, tag));
    }

    byte[] saltBytes() {
        return Base64.getDecoder().decode(salt);
    }

    byte[] tagBytes() {
        return Base64.getDecoder().decode(tag);
    }

    @Override
    public String toString() {
        return "Argon2Hash[" + cost + "]";
    }

    private static boolean isCanonical(String base64) {
        try {
            return encode(Base64.getDecoder().decode(base64)).equals(base64);
        } catch (IllegalArgumentException oddLength) {
            return false;
        }
    }

    private static String encode(byte[] bytes) {
        return Base64.getEncoder().withoutPadding().encodeToString(bytes);
    }
}
