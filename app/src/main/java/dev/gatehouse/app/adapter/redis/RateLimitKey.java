package dev.gatehouse.app.adapter.redis;

import dev.gatehouse.ratelimit.LimitKey;
import dev.gatehouse.ratelimit.Subject;
import java.util.BitSet;

/**
 * The names of what limits keep: {@code rate_limit:<kind>:{<id>}:<endpoint>} for a count, and
 * {@code rate_limit:block:<kind>:{<id>}} for what there is against a subject.
 *
 * <p>The braces put all of a subject into one slot of a cluster. What else stands in a text than letters, digits and a
 * few signs is written as {@code %} and four hexadecimal digits, so that no two subjects share a name.
 */
final class RateLimitKey {

    private static final BitSet PLAIN = signs("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~:/@");
    private static final BitSet PLAIN_BEHIND_THE_TAG = signs("{}");

    static {
        PLAIN_BEHIND_THE_TAG.or(PLAIN);
    }

    private RateLimitKey() {}

    private static BitSet signs(String all) {
        var signs = new BitSet();
        all.chars().forEach(signs::set);
        return signs;
    }

    static String ofState(LimitKey key) {
        Subject subject = key.subject();
        return "rate_limit:" + subject.kind() + ":{" + encoded(subject.id(), PLAIN) + "}:"
                + encoded(key.endpoint(), PLAIN_BEHIND_THE_TAG);
    }

    static String ofSentence(Subject subject) {
        return "rate_limit:block:" + subject.kind() + ":{" + encoded(subject.id(), PLAIN) + "}";
    }

    private static String encoded(String text, BitSet plain) {
        for (int i = 0; i < text.length(); i++) {
            if (!plain.get(text.charAt(i))) {
                return encodedSigns(text, plain);
            }
        }
        return text;
    }

    private static String encodedSigns(String text, BitSet plain) {
        var encoded = new StringBuilder();
        text.chars().forEach(letter -> {
            if (plain.get(letter)) {
                encoded.append((char) letter);
            } else {
                encoded.append("%%%04X".formatted(letter));
            }
        });
        return encoded.toString();
    }
}
