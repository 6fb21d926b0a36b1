package dev.gatehouse.identity.model;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The id of a challenge, {@code <destination>.<nonce>}: it names the destination by its {@link ContactHash}, so that
 * whoever has the id knows where the challenge is kept. Not a secret, but nobody guesses one.
 *
 * @param destination 22 characters of base64url
 * @param nonce 22 characters of base64url, made at random
 */
public record ChallengeId(String destination, String nonce) {

    private static final Pattern PART = Pattern.compile("[A-Za-z0-9_-]{22}");

    public ChallengeId {
        if (!PART.matcher(destination).matches() || !PART.matcher(nonce).matches()) {
            throw new IllegalArgumentException("two parts of 22 characters of base64url");
        }
    }

    /** Reads a text of any form; empty for one that no challenge can have. */
    public static Optional<ChallengeId> read(String text) {
        String[] parts = text.length() > 45 ? new String[0] : text.split("\\.", -1);
        return parts.length == 2
                        && PART.matcher(parts[0]).matches()
                        && PART.matcher(parts[1]).matches()
                ? Optional.of(new ChallengeId(parts[0], parts[1]))
                : Optional.empty();
    }

    @Override
    public String toString() {
        return destination + "." + nonce;
    }
}
