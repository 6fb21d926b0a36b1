package dev.gatehouse.app.cached;

import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * How the keys of one cache are written. Different values make different keys, whatever is in them: of a value only
 * {@code A-Z a-z 0-9 . _ ~ -} stand as they are, every other unit of its UTF-16 is {@code %} and four hex digits, and
 * nothing at all is a lone {@code %}.
 *
 * @param text for example {@code config:{section}}
 */
record KeyTemplate(String text) {

    private static final Pattern FORM = Pattern.compile("([a-z][a-z0-9-]*)(?::(?:[a-z0-9-]+|\\{[A-Za-z]\\w*})+)+");
    private static final Pattern PARAMETER = Pattern.compile("\\{(\\w+)}");
    private static final Pattern RESERVED = Pattern.compile("(?s)[^A-Za-z0-9._~-]");

    private static final HexFormat HEX = HexFormat.of().withUpperCase();

    KeyTemplate {
        if (!FORM.matcher(text).matches()) {
            throw new IllegalArgumentException("a template is a name and parts behind colons, each of a-z 0-9 - and"
                    + " parameters in braces, as in config:{section}");
        }
    }

    /** The part before the first colon. */
    String name() {
        return text.substring(0, text.indexOf(':'));
    }

    List<String> parameters() {
        return PARAMETER.matcher(text).results().map(found -> found.group(1)).toList();
    }

    /**
     * The key for these values.
     *
     * @throws IllegalArgumentException when one of the parameters is not there, or null
     */
    String key(Map<String, ? extends @Nullable Object> values) {
        return PARAMETER
                .matcher(text)
                .replaceAll(found -> "{" + encoded(found.group(1), values.get(found.group(1))) + "}");
    }

    private static String encoded(String parameter, @Nullable Object value) {
        if (value == null) {
            throw new IllegalArgumentException("no value for " + parameter);
        }
        String plain = value.toString();
        return plain.isEmpty() ? "%" : RESERVED.matcher(plain).replaceAll(found -> encoded(found.group()));
    }

    /** One or two units. */
    private static String encoded(String character) {
        return character
                .chars()
                .mapToObj(unit -> "%" + HEX.toHexDigits((char) unit))
                .collect(Collectors.joining());
    }
}
