package dev.gatehouse.app.http.identity;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A row's version as a strong entity tag (RFC 9110, section 8.8.3). */
public final class EntityTag {

    /** A version no row has: what a tag that is not ours expects. */
    private static final long NONE = -1;

    private static final Pattern TAG = Pattern.compile("\"(0|[1-9][0-9]{0,17})\"");

    private EntityTag() {}

    public static String of(long version) {
        return "\"" + version + "\"";
    }

    /** The version that an {@code If-Match} expects; null when any will do. */
    public static @Nullable Long version(@Nullable String ifMatch) {
        if (ifMatch == null || ifMatch.strip().equals("*")) {
            return null;
        }
        var tag = TAG.matcher(ifMatch.strip());
        return tag.matches() ? Long.parseLong(tag.group(1)) : NONE;
    }
}
