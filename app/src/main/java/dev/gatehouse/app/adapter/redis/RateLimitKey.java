package dev.gatehouse.app.adapter.redis;

import dev.gatehouse.ratelimit.LimitKey;
import dev.gatehouse.ratelimit.Subject;

/**
 * The names of what limits keep: {@code rate_limit:<kind>:{<id>}:<endpoint>} for a count, and
 * {@code rate_limit:block:<kind>:{<id>}} for what there is against a subject.
 *
 * <p>The braces put all of a subject into one slot of a cluster. What else stands in a text than letters, digits and a
 * few signs is written as {@code %} and four hexadecimal digits, so that no two subjects share a name.
 */
final class RateLimitKey {

    private static final String PLAIN = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~:/@";

    private RateLimitKey() {}

    static String ofState(LimitKey key) {
        Subject subject = key.subject();
        return "rate_limit:" + subject.kind() + ":{" + encoded(subject.id(), PLAIN) + "}:"
                + encoded(key.endpoint(), PLAIN + "{}");
    }

    static String ofSentence(Subject subject) {
        return "rate_limit:block:" + subject.kind() + ":{" + encoded(subject.id(), PLAIN) + "}";
    }

    private static String encoded(String text, String plain) {
        if (text.chars().allMatch(letter -> plain.indexOf(letter) >= 0)) {
            return text;
        }
        var encoded = new StringBuilder();
        text.chars().forEach(letter -> {
            if (plain.indexOf(letter) >= 0) {
                encoded.append((char) letter);
            } else {
                encoded.append("%%%04X".formatted(letter));
            }
        });
        return encoded.toString();
    }
}
