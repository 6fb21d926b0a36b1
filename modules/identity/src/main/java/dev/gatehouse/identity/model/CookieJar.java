package dev.gatehouse.identity.model;

import org.jspecify.annotations.Nullable;

/**
 * Whether a client keeps cookies for us, and by which of them it is known.
 *
 * @param device null where it has none yet, or none of ours
 */
public record CookieJar(boolean isThere, @Nullable DeviceCookie device) {

    /** A client that keeps its tokens itself. */
    public static final CookieJar NONE = new CookieJar(false, null);

    /** A browser. */
    public static CookieJar with(@Nullable DeviceCookie device) {
        return new CookieJar(true, device);
    }
}
