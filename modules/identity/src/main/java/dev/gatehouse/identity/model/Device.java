package dev.gatehouse.identity.model;

import org.jspecify.annotations.Nullable;

/**
 * Where a session was opened, as its owner sees it in the list of their devices.
 *
 * @param id chosen by the client, at most 128 characters of {@code A-Z a-z 0-9 . _ : -}
 * @param name at most 100 visible characters
 * @param userAgent as sent, cut to 256 characters; empty when there was none
 * @param address the client's address, as the edge resolved it
 */
public record Device(@Nullable String id, @Nullable String name, String userAgent, String address) {

    private static final int LONGEST_ID = 128;
    private static final int LONGEST_AGENT = 256;

    public Device {
        if (id != null && (id.length() > LONGEST_ID || !id.matches("[A-Za-z0-9._:-]+"))) {
            throw new InvalidValue(
                    "invalid-device", "A device id has 1 to " + LONGEST_ID + " characters of A-Z a-z 0-9 . _ : -");
        }
        if (name != null) {
            name = PersonName.of(name).value();
        }
        userAgent = cut(userAgent);
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
