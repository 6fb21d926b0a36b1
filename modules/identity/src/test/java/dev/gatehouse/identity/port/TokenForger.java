package dev.gatehouse.identity.port;

import dev.gatehouse.identity.model.SigningKey;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Makes JWTs that no honest issuer would, from strings and the JDK alone. */
final class TokenForger {

    private static final BigInteger ORDER =
            new BigInteger("ffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551", 16);

    private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

    private TokenForger() {}

    /** The JSON of a token's header (0) or payload (1). */
    static String json(String token, int part) {
        return new String(Base64.getUrlDecoder().decode(token.split("\\.", -1)[part]), StandardCharsets.UTF_8);
    }

    static String base64(String text) {
        return base64(text.getBytes(StandardCharsets.UTF_8));
    }

    static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** The JSON object with another value for a member it has. */
    static String with(String json, String member, String value) {
        Matcher found = find(json, member);
        return json.substring(0, found.start(1)) + value + json.substring(found.end(1));
    }

    /** A member of the JSON object with its value, as it is written there. */
    static String member(String json, String member) {
        return find(json, member).group();
    }

    private static Matcher find(String json, String member) {
        Matcher found = Pattern.compile(quoted(member) + "\\s*:\\s*(\\[[^\\]]*\\]|\"[^\"]*\"|[^,}\\s]+)")
                .matcher(json);
        if (!found.find()) {
            throw new IllegalArgumentException("no member " + member);
        }
        return found;
    }

    /** The JSON object without a member it has, but with one of another name in its place. */
    static String without(String json, String member) {
        Matcher found = find(json, member);
        return json.substring(0, found.start())
                + json.substring(found.start()).replaceFirst(quoted(member), quoted("x"));
    }

    /** The JSON object with more members at its end. */
    static String plus(String json, String members) {
        return json.substring(0, json.lastIndexOf('}')) + "," + members + "}";
    }

    /** The same bytes in base64url for a decoder that does not look at the bits left over. */
    static String otherEnd(String encoded) {
        int last = ALPHABET.indexOf(encoded.charAt(encoded.length() - 1));
        return encoded.substring(0, encoded.length() - 1) + ALPHABET.charAt(last ^ 1);
    }

    static String signed(String header, String payload, SigningKey key) {
        return signedParts(base64(header), base64(payload), key);
    }

    /** Signs parts that are encoded already, in whatever way. */
    static String signedParts(String header, String payload, SigningKey key) {
        String input = header + "." + payload;
        return input + "." + base64(signature(input, key));
    }

    /** A signature with the s in the lower half of the order, where ours have it. */
    static byte[] signature(String input, SigningKey key) {
        try {
            var signer = Signature.getInstance("SHA256withECDSAinP1363Format");
            signer.initSign(key.pair().getPrivate());
            signer.update(input.getBytes(StandardCharsets.UTF_8));
            byte[] signature = signer.sign();
            return isLow(signature) ? signature : otherS(signature);
        } catch (GeneralSecurityException impossible) {
            throw new AssertionError(impossible);
        }
    }

    static boolean isLow(byte[] signature) {
        return s(signature).compareTo(ORDER.shiftRight(1)) <= 0;
    }

    /** The other signature that the curve's equation accepts: (r, n − s) for (r, s). */
    static byte[] otherS(byte[] signature) {
        String other = "0".repeat(64) + ORDER.subtract(s(signature)).toString(16);
        byte[] tail = HexFormat.of().parseHex(other.substring(other.length() - 64));
        byte[] result = Arrays.copyOf(signature, 64);
        System.arraycopy(tail, 0, result, 32, 32);
        return result;
    }

    private static BigInteger s(byte[] signature) {
        return new BigInteger(1, Arrays.copyOfRange(signature, 32, 64));
    }

    /** Signs with HMAC under bytes that everybody knows. */
    static String macced(String header, String payload, byte[] secret) {
        try {
            String input = base64(header) + "." + base64(payload);
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret, "HmacSHA256"));
            return input + "." + base64(mac.doFinal(input.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException impossible) {
            throw new AssertionError(impossible);
        }
    }

    static byte[] pem(ECPublicKey key) {
        String body = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(key.getEncoded());
        return ("-----BEGIN PUBLIC KEY-----\n" + body + "\n-----END PUBLIC KEY-----\n")
                .getBytes(StandardCharsets.US_ASCII);
    }

    private static String quoted(String member) {
        return "\"" + member + "\"";
    }
}
