package dev.gatehouse.app.http.identity;

import java.util.List;
import java.util.Locale;
import java.util.Locale.LanguageRange;
import org.jspecify.annotations.Nullable;

/** The language that a client would rather read (RFC 9110, section 12.5.4), without its region or script. */
final class AcceptLanguage {

    /** Far more than any browser sends; reading takes longer than linear time. */
    private static final int LONGEST = 512;

    private AcceptLanguage() {}

    /** The best language of a header; null where there is none, or none that can be read. */
    static @Nullable Locale best(@Nullable String header) {
        return header == null || header.length() > LONGEST
                ? null
                : parse(header).stream()
                        .filter(range -> range.getWeight() > 0)
                        .map(range -> primary(range.getRange()))
                        .filter(locale -> !locale.getLanguage().isEmpty())
                        .findFirst()
                        .orElse(null);
    }

    private static List<LanguageRange> parse(String header) {
        try {
            return LanguageRange.parse(header);
        } catch (IllegalArgumentException unreadable) {
            return List.of();
        }
    }

    /** The root locale for a wildcard, and for whatever names no language. */
    private static Locale primary(String range) {
        int end = range.indexOf('-');
        return Locale.forLanguageTag(end < 0 ? range : range.substring(0, end));
    }
}
