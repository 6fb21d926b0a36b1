package dev.gatehouse.identity.model;

import org.jspecify.annotations.Nullable;

/**
 * Whether a client keeps cookies for us, and by which of them it is known.
 *
 * @param device null where it has none yet, or none of ours
 * @param trust the text of a {@link DeviceTrust}, or any other, in a cookie or kept otherwise; null where there is none
 */
public record CookieJar(
        boolean isThere,
        @Nullable DeviceCookie device,
        @Nullable String trust) {

    /** A client that keeps its tokens itself. */
    public static final CookieJar NONE = new CookieJar(false, null, null);

    /** A browser. */
    public static CookieJar with(@Nullable DeviceCookie device) {
        return new CookieJar(true, device, null);
    }

    /** The same with what says that its user wants no second factor from it. */
    public CookieJar trusted(@Nullable String text) {
        return new CookieJar(isThere, device, text);
    }

    @Override
    public String toString() {
        return "CookieJar[" + isThere + ", " + device + "]";
    }
}
