package dev.gatehouse.identity.port;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** Pictures that nobody can look at: the beginning of a PNG, and then the text. */
public final class PlainQrCodes implements QrCodes {

    private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};

    @Override
    public byte[] png(String text) {
        if (text.isEmpty() || text.length() > MOST_CHARACTERS || text.chars().anyMatch(character -> character > 127)) {
            throw new IllegalArgumentException("a short text of ASCII");
        }
        byte[] bytes = text.getBytes(StandardCharsets.US_ASCII);
        return ByteBuffer.allocate(PNG.length + bytes.length)
                .put(PNG)
                .put(bytes)
                .array();
    }
}
