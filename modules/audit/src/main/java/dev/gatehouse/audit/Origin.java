package dev.gatehouse.audit;

import org.jspecify.annotations.Nullable;

/**
 * Where a fact comes from: the request that it happened in.
 *
 * @param requestId as answers and logs have it; null outside of requests
 * @param address of the client; null where it is not known
 * @param userAgent as the client sent it, cut to 256 characters; null where there was none
 */
public record Origin(
        @Nullable String requestId,
        @Nullable String address,
        @Nullable String userAgent) {

    /** Of what happens by itself. */
    public static final Origin NONE = new Origin(null, null, null);

    private static final int LONGEST_AGENT = 256;

    public Origin {
        if (userAgent != null) {
            userAgent = cut(userAgent);
        }
    }

    /** Half a character is none: a store could not keep it. */
    private static String cut(String userAgent) {
        if (userAgent.length() <= LONGEST_AGENT) {
            return userAgent;
        }
        boolean inside = Character.isHighSurrogate(userAgent.charAt(LONGEST_AGENT - 1));
        return userAgent.substring(0, inside ? LONGEST_AGENT - 1 : LONGEST_AGENT);
    }
}
