package dev.gatehouse.app.adapter.bouncycastle;

import java.util.Base64;
import java.util.Optional;

/** Bytes as hashes have them: base64 without padding, each in one spelling. */
final class Base64Text {

    private Base64Text() {}

    /** Reads a text with padding or without; empty for one that is not what {@link #encode} makes of its bytes. */
    static Optional<byte[]> decode(String text) {
        String unpadded = text.replaceFirst("={0,2}$", "");
        try {
            byte[] bytes = Base64.getDecoder().decode(unpadded);
            return encode(bytes).equals(unpadded) ? Optional.of(bytes) : Optional.empty();
        } catch (IllegalArgumentException notBase64) {
            return Optional.empty();
        }
    }

    static String encode(byte[] bytes) {
        return Base64.getEncoder().withoutPadding().encodeToString(bytes);
    }

    /** Reads a salt or a tag, without its padding; empty for one of another length. */
    static Optional<String> read(String text, int least, int most) {
        return decode(text)
                .filter(bytes -> bytes.length >= least && bytes.length <= most)
                .map(Base64Text::encode);
    }

    /** The bytes of a text that was read. */
    static byte[] bytes(String text) {
        return Base64.getDecoder().decode(text);
    }
}
