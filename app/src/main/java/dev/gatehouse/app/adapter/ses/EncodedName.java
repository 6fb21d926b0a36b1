package dev.gatehouse.app.adapter.ses;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/** A name as a header has it: a quoted string, or encoded words where ASCII does not do (RFC 2047, section 2). */
final class EncodedName {

    /** In bytes of UTF-8: with what stands around them, their base64 is shorter than the 75 that one word may have. */
    private static final int LONGEST = 45;

    private EncodedName() {}

    static String of(String name) {
        if (StandardCharsets.US_ASCII.newEncoder().canEncode(name)) {
            return "\"" + name.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
        }
        return String.join(" ", words(name));
    }

    /** No character is torn apart. */
    private static List<String> words(String name) {
        var words = new ArrayList<String>();
        var word = new StringBuilder();
        name.codePoints().mapToObj(Character::toString).forEach(character -> {
            if (bytes(word + character).length > LONGEST) {
                words.add(encode(word));
                word.setLength(0);
            }
            word.append(character);
        });
        words.add(encode(word));
        return words;
    }

    private static String encode(CharSequence text) {
        return "=?UTF-8?B?" + Base64.getEncoder().encodeToString(bytes(text)) + "?=";
    }

    private static byte[] bytes(CharSequence text) {
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }
}
