package dev.gatehouse.identity.model;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Something that a device is known by when it comes again: our cookie, the id that its client chose, or for want of both
 * what the client says it is.
 *
 * @param hash half of a SHA-256 of it, in 22 characters of base64url: enough to know it by, and nothing to read
 * @param proves whether strangers cannot show it: our cookie, and an id of {@value #SHORTEST_PROOF} characters or more,
 *     which is as long as the shortest that systems make at random
 */
public record DeviceMark(String hash, boolean proves) {

    static final int SHORTEST_PROOF = 16;

    private static final int BYTES = 16;
    private static final Pattern VERSIONS = Pattern.compile("[0-9][0-9._]*");

    /** What a device shows to be known by; nothing where it is a browser that we have not met. */
    public static List<DeviceMark> shown(Device device, CookieJar jar) {
        var marks = new ArrayList<DeviceMark>();
        if (jar.device() != null) {
            marks.add(of(jar.device()));
        }
        if (device.id() != null) {
            marks.add(of("id:" + device.id(), device.id().length() >= SHORTEST_PROOF));
        }
        if (marks.isEmpty() && !jar.isThere()) {
            // An update of a browser is no new device.
            marks.add(of("agent:" + VERSIONS.matcher(device.userAgent()).replaceAll("#"), false));
        }
        return List.copyOf(marks);
    }

    /** What a device will be known by that has just opened a session. A browser without a cookie gets one now. */
    public static List<DeviceMark> kept(Device device, CookieJar jar, SessionId opened) {
        return jar.isThere() && jar.device() == null
                ? shown(device, CookieJar.with(DeviceCookie.first(opened)))
                : shown(device, jar);
    }

    private static DeviceMark of(DeviceCookie cookie) {
        return of("cookie:" + cookie.id(), true);
    }

    private static DeviceMark of(String shown, boolean proves) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(shown.getBytes(StandardCharsets.UTF_8));
            var text = Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(hash, BYTES));
            return new DeviceMark(text, proves);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("SHA-256 is part of every JDK", impossible);
        }
    }
}
