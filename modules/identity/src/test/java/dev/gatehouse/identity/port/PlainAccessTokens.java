package dev.gatehouse.identity.port;

import dev.gatehouse.identity.model.AccessClaims;
import dev.gatehouse.identity.model.AccessToken;
import dev.gatehouse.identity.model.Proof;
import dev.gatehouse.identity.model.PublicKeyInfo;
import dev.gatehouse.identity.model.Role;
import dev.gatehouse.identity.model.Samples;
import dev.gatehouse.identity.model.SessionId;
import dev.gatehouse.identity.model.SigningKey;
import dev.gatehouse.identity.model.UserId;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Access tokens by the JDK alone: it reads no JSON but the one form it writes, and so needs no reader of JSON. */
public final class PlainAccessTokens implements AccessTokens {

    private static final String ID = "([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})";
    private static final String NUMBER = "(0|[1-9][0-9]{0,18})";
    private static final int LONGEST = 8 * 1024;

    private final SigningKeyStore keys;
    private final String issuer;
    private final Clock clock;
    private final Pattern payload;

    public PlainAccessTokens(SigningKeyStore keys, String issuer, Clock clock) {
        this.keys = keys;
        this.issuer = issuer;
        this.clock = clock;
        payload = Pattern.compile(Pattern.quote(start())
                + "\"jti\":\"%s\",\"sub\":\"%s\",\"sid\":\"%s\",\"ver\":%s,\"roles\":\\[\"(USER|ADMIN)\"\\],"
                        .formatted(ID, ID, ID, NUMBER)
                + "\"auth_time\":%s,\"iat\":%s,\"exp\":%s,\"amr\":\\[(\"[a-z]+\"(?:,\"[a-z]+\")*)\\]\\}"
                        .formatted(NUMBER, NUMBER, NUMBER));
    }

    @Override
    public AccessToken issue(AccessClaims claims) {
        SigningKey current = keys.list().stream()
                .filter(key -> key.state() == SigningKey.State.CURRENT)
                .findFirst()
                .orElseThrow();
        String json = start()
                + "\"jti\":\"%s\",\"sub\":\"%s\",\"sid\":\"%s\",\"ver\":%d,\"roles\":[\"%s\"],\"auth_time\":%d,\"iat\":%d,\"exp\":%d,\"amr\":[\"%s\"]}"
                        .formatted(
                                claims.id(),
                                claims.user(),
                                claims.session(),
                                claims.epoch(),
                                claims.role(),
                                claims.proof().at().getEpochSecond(),
                                claims.issuedAt().getEpochSecond(),
                                claims.expiresAt().getEpochSecond(),
                                String.join("\",\"", claims.proof().references()));
        return new AccessToken(TokenForger.signed(header(current), json, current));
    }

    @Override
    public Reading read(String text) {
        String[] parts = text.length() > LONGEST ? new String[0] : text.split("\\.", -1);
        if (parts.length != 3) {
            return new Reading.Invalid("not three parts");
        }
        return keys.list().stream()
                .filter(key -> parts[0].equals(TokenForger.base64(header(key))))
                .findFirst()
                .map(key -> read(parts, key))
                .orElseGet(() -> new Reading.Invalid("another header"));
    }

    @Override
    public List<PublicKeyInfo> publicKeys() {
        return keys.list().stream()
                .map(key -> {
                    var half = (ECPublicKey) key.pair().getPublic();
                    return new PublicKeyInfo(key.id(), Samples.x(half), Samples.y(half));
                })
                .toList();
    }

    private Reading read(String[] parts, SigningKey key) {
        if (!verifies(parts, key)) {
            return new Reading.Invalid("another signature");
        }
        var json = payload.matcher(new String(decoded(parts[1]), StandardCharsets.UTF_8));
        if (!json.matches()) {
            return new Reading.Invalid("another form");
        }
        try {
            AccessClaims claims = claims(json.toMatchResult());
            return clock.instant().isBefore(claims.expiresAt())
                    ? new Reading.Valid(claims)
                    : new Reading.Invalid("expired");
        } catch (NumberFormatException | DateTimeException outOfRange) {
            return new Reading.Invalid("a number out of range");
        }
    }

    private static AccessClaims claims(MatchResult json) {
        return new AccessClaims(
                UUID.fromString(json.group(1)),
                new UserId(UUID.fromString(json.group(2))),
                new SessionId(UUID.fromString(json.group(3))),
                Long.parseLong(json.group(4)),
                Role.valueOf(json.group(5)),
                proof(json.group(9), Instant.ofEpochSecond(Long.parseLong(json.group(6)))),
                Instant.ofEpochSecond(Long.parseLong(json.group(7))),
                Instant.ofEpochSecond(Long.parseLong(json.group(8))));
    }

    private static Proof proof(String references, Instant at) {
        return Proof.read(List.of(references.replace("\"", "").split(",")), at)
                .orElseThrow(() -> new NumberFormatException("no proof"));
    }

    private static boolean verifies(String[] parts, SigningKey key) {
        byte[] signature = decoded(parts[2]);
        if (decoded(parts[1]).length == 0 || signature.length != 64 || !TokenForger.isLow(signature)) {
            return false;
        }
        try {
            var verifier = Signature.getInstance("SHA256withECDSAinP1363Format");
            verifier.initVerify(key.pair().getPublic());
            verifier.update((parts[0] + "." + parts[1]).getBytes(StandardCharsets.US_ASCII));
            return verifier.verify(signature);
        } catch (GeneralSecurityException damaged) {
            return false;
        }
    }

    /** The bytes of a part in its only spelling; none for any other. */
    private static byte[] decoded(String part) {
        try {
            byte[] bytes = Base64.getUrlDecoder().decode(part);
            return TokenForger.base64(bytes).equals(part) ? bytes : new byte[0];
        } catch (IllegalArgumentException damaged) {
            return new byte[0];
        }
    }

    private static String header(SigningKey key) {
        return "{\"alg\":\"ES256\",\"typ\":\"at+jwt\",\"kid\":\"" + key.id() + "\"}";
    }

    private String start() {
        return "{\"iss\":\"" + issuer + "\",\"aud\":\"gatehouse\",";
    }
}
