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
 * A refresh token: the number of a session's current token, sealed.
 *
 * <p>{@code v1.<sid>.<counter>.<mac>}, the MAC being HMAC-SHA-256 in base64url under a key of that session alone. The
 * text follows from session and counter, so the same successor can be given out twice and no token is ever stored.
 */
public record RefreshToken(SessionId session, long counter) {

    private static final Pattern FORM = Pattern.compile(
            "v1\\.([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\\.(0|[1-9][0-9]{0,17})\\.([A-Za-z0-9_-]{43})");

    /** The token's text; a secret. */
    public String seal(MasterKey key) {
        return body() + "." + mac(key);
    }

    /** Opens a text; empty unless exactly this text was sealed with this key. Reads nothing but its arguments. */
    public static Optional<RefreshToken> open(String text, MasterKey key) {
        var form = FORM.matcher(text);
        if (!form.matches()) {
            return Optional.empty();
        }
        var token = new RefreshToken(new SessionId(UUID.fromString(form.group(1))), Long.parseLong(form.group(2)));
        boolean authentic = MessageDigest.isEqual(
                token.seal(key).getBytes(StandardCharsets.US_ASCII), text.getBytes(StandardCharsets.US_ASCII));
        return authentic ? Optional.of(token) : Optional.empty();
    }

    private String body() {
        return "v1." + session + "." + counter;
    }

    private String mac(MasterKey key) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(key.derive("refresh-token/v1/" + session, "HmacSHA256"));
            return Base64.getUrlEncoder()
                    .withoutPadding()
                    .encodeToString(mac.doFinal(body().getBytes(StandardCharsets.US_ASCII)));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("HmacSHA256 is part of every JDK", impossible);
        }
    }
}
