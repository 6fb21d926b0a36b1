package dev.gatehouse.identity.model;

import java.util.Optional;

/**
 * Keys that are not where the hashes are: who has a copy of the database alone cannot guess at passwords. As
 * {@link SealingKeys}, with a way of its own to derive them.
 */
public final class Pepper {

    private final SealingKeys keys;

    private Pepper(SealingKeys keys) {
        this.keys = keys;
    }

    /** Reads one key, or several with blanks between, the current one first: each 32 bytes in base64. */
    public static Pepper of(String keys) {
        return new Pepper(SealingKeys.of(SealingKeys.read(keys), "password-pepper"));
    }

    /** As {@link SealingKeys#currentId}. */
    public String currentId() {
        return keys.currentId();
    }

    /** As {@link SealingKeys#seal}. */
    public byte[] seal(byte[] plain, byte[] nonce, String context) {
        return keys.seal(plain, nonce, context);
    }

    /** As {@link SealingKeys#open}. */
    public Optional<byte[]> open(String id, byte[] sealed, String context) {
        return keys.open(id, sealed, context);
    }

    @Override
    public String toString() {
        return "Pepper[…]";
    }
}
