package dev.gatehouse.app.adapter.jwt;

import com.nimbusds.jose.util.Base64URL;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/**
 * The three parts of a JWS in compact form (RFC 7515, section 7.1), in the one spelling that base64url has for its bytes.
 *
 * @param header still encoded: it is compared as a whole, and parsed by nobody
 */
record CompactToken(String header, String payload, String signature) {

    /** Cuts a text into parts; looks at each character at most three times, and parses nothing. */
    static CompactToken parse(String text) throws InvalidToken {
        int first = text.indexOf('.');
        int second = text.indexOf('.', first + 1);
        if (first < 0 || second < 0 || text.indexOf('.', second + 1) >= 0) {
            throw new InvalidToken("not three parts");
        }
        var token = new CompactToken(
                text.substring(0, first), text.substring(first + 1, second), text.substring(second + 1));
        if (!isCanonical(token.header) || !isCanonical(token.payload) || !isCanonical(token.signature)) {
            throw new InvalidToken("not base64url in its one spelling");
        }
        return token;
    }

    byte[] signingInput() {
        return (header + "." + payload).getBytes(StandardCharsets.US_ASCII);
    }

    byte[] signatureBytes() {
        return new Base64URL(signature).decode();
    }

    String json() {
        return new Base64URL(payload).decodeToString();
    }

    /** A decoder that is left to itself accepts several texts for the same bytes. */
    private static boolean isCanonical(String part) {
        try {
            byte[] bytes = Base64.getUrlDecoder().decode(part);
            return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes).equals(part);
        } catch (IllegalArgumentException notBase64) {
            return false;
        }
    }
}
