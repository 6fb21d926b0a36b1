package dev.gatehouse.app.adapter.jwt;

import com.nimbusds.jose.util.JSONObjectUtils;
import dev.gatehouse.identity.model.AccessClaims;
import dev.gatehouse.identity.model.Proof;
import dev.gatehouse.identity.model.Role;
import dev.gatehouse.identity.model.SessionId;
import dev.gatehouse.identity.model.UserId;
import java.text.ParseException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Access claims as JSON (RFC 9068, section 2.2): {@code sid} is the session, {@code ver} the user's epoch. */
final class ClaimsJson {

    private final String issuer;
    private final String audience;

    ClaimsJson(String issuer, String audience) {
        this.issuer = issuer;
        this.audience = audience;
    }

    String write(AccessClaims claims) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("iss", issuer);
        json.put("aud", audience);
        json.put("sub", claims.user().toString());
        json.put("exp", claims.expiresAt().getEpochSecond());
        json.put("iat", claims.issuedAt().getEpochSecond());
        json.put("jti", claims.id().toString());
        json.put("sid", claims.session().toString());
        json.put("ver", claims.epoch());
        json.put("roles", List.of(claims.role().name()));
        json.put("auth_time", claims.proof().at().getEpochSecond());
        json.put("amr", claims.proof().references());
        return JSONObjectUtils.toJSONString(json);
    }

    /** Reads what was written, and also claims we do not know yet: during a deployment two versions read each other. */
    AccessClaims read(String text) throws InvalidToken {
        Map<String, Object> json = parse(text);
        demand(issuer.equals(json.get("iss")), "iss");
        demand(audience.equals(json.get("aud")), "aud");
        return new AccessClaims(
                uuid(json, "jti"),
                new UserId(uuid(json, "sub")),
                new SessionId(uuid(json, "sid")),
                number(json, "ver"),
                role(json),
                proof(json),
                time(json, "iat"),
                time(json, "exp"));
    }

    /** Reads JSON in the one spelling in which it is written here, which no member twice, no blank and no BOM is part of. */
    private static Map<String, Object> parse(String text) throws InvalidToken {
        try {
            @Nullable Map<String, Object> json = JSONObjectUtils.parse(text);
            if (json != null && JSONObjectUtils.toJSONString(json).equals(text)) {
                return json;
            }
        } catch (ParseException notJson) {
            // Told below, like what is spelled oddly.
        }
        throw new InvalidToken("claims are no JSON object in its one spelling");
    }

    private static UUID uuid(Map<String, Object> json, String claim) throws InvalidToken {
        String text = json.get(claim) instanceof String value ? value : "";
        try {
            UUID uuid = UUID.fromString(text);
            demand(uuid.toString().equals(text), claim);
            return uuid;
        } catch (IllegalArgumentException notAnId) {
            throw wrong(claim);
        }
    }

    private static long number(Map<String, Object> json, String claim) throws InvalidToken {
        if (json.get(claim) instanceof Long value && value >= 0) {
            return value;
        }
        throw wrong(claim);
    }

    private static Instant time(Map<String, Object> json, String claim) throws InvalidToken {
        try {
            return Instant.ofEpochSecond(number(json, claim));
        } catch (DateTimeException afterAllTime) {
            throw wrong(claim);
        }
    }

    private static Role role(Map<String, Object> json) throws InvalidToken {
        for (Role role : Role.values()) {
            if (List.of(role.name()).equals(json.get("roles"))) {
                return role;
            }
        }
        throw wrong("roles");
    }

    private static Proof proof(Map<String, Object> json) throws InvalidToken {
        Instant at = time(json, "auth_time");
        return Optional.ofNullable(json.get("amr") instanceof List<?> references ? references : null)
                .flatMap(references -> Proof.read(references, at))
                .orElseThrow(() -> wrong("amr"));
    }

    private static void demand(boolean holds, String claim) throws InvalidToken {
        if (!holds) {
            throw wrong(claim);
        }
    }

    private static InvalidToken wrong(String claim) {
        return new InvalidToken("claim " + claim + " is wrong");
    }
}
