package dev.gatehouse.app.adapter.redis;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/**
 * A Lua script, run by the server in one piece. Ours answer a text or nothing.
 *
 * @param digest the SHA-1 of its text, by which the server knows it
 */
record RedisScript(String text, String digest) {

    /** Reads {@code redis/<name>.lua} from the class path. */
    static RedisScript named(String name) {
        String path = "/redis/" + name + ".lua";
        try (var file = RedisScript.class.getResourceAsStream(path)) {
            if (file == null) {
                throw new IllegalArgumentException("no script " + path);
            }
            byte[] text = file.readAllBytes();
            byte[] digest = MessageDigest.getInstance("SHA-1").digest(text);
            return new RedisScript(
                    new String(text, StandardCharsets.UTF_8), HexFormat.of().formatHex(digest));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("SHA-1 is part of every JDK", impossible);
        }
    }

    /** The script with what it is to work on: keys of one slot. */
    record Call(RedisScript script, List<String> keys, List<byte[]> arguments) {}

    Call on(String key, byte[]... arguments) {
        return on(List.of(key), List.of(arguments));
    }

    Call on(List<String> keys, List<byte[]> arguments) {
        return new Call(this, keys, arguments);
    }

    static byte[] argument(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    static byte[] argument(long number) {
        return argument(Long.toString(number));
    }
}
