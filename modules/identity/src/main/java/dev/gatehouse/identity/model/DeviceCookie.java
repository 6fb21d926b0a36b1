package dev.gatehouse.identity.model;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import javax.crypto.Mac;

/**
 * The name that we gave a browser, sealed, so that it can show it again and nobody can make one up.
 *
 * <p>{@code v1.<id>.<mac>}, the MAC being HMAC-SHA-256 (RFC 2104) in base64url. It opens nothing: whoever steals one has
 * the attempts at passwords that a known device has, and no more.
 */
public record DeviceCookie(UUID id) {

    private static final String ALGORITHM = "HmacSHA256";
    private static final Pattern FORM =
            Pattern.compile("v1\\.([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\\.[A-Za-z0-9_-]{43}");

    /** The name of a browser that opened its first session with us. */
    public static DeviceCookie first(SessionId session) {
        return new DeviceCookie(session.value());
    }

    public String seal(MasterKey key) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key.derive("device-cookie/v1", ALGORITHM));
            byte[] seal = mac.doFinal(id.toString().getBytes(StandardCharsets.US_ASCII));
            return "v1." + id + "." + Base64.getUrlEncoder().withoutPadding().encodeToString(seal);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(ALGORITHM + " is part of every JDK", impossible);
        }
    }

    /** Opens a text; empty unless exactly this text was sealed with this key. Reads nothing but its arguments. */
    public static Optional<DeviceCookie> open(String text, MasterKey key) {
        var form = FORM.matcher(text);
        if (!form.matches()) {
            return Optional.empty();
        }
        var cookie = new DeviceCookie(UUID.fromString(form.group(1)));
        boolean authentic = MessageDigest.isEqual(
                cookie.seal(key).getBytes(StandardCharsets.US_ASCII), text.getBytes(StandardCharsets.US_ASCII));
        return authentic ? Optional.of(cookie) : Optional.empty();
    }
}
