package dev.gatehouse.app.journey;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.net.URLEncoder;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A true token in another spelling or another place: neither is a token, live or revoked. */
final class RespelledTokenIT {

    private static final BigInteger ORDER =
            new BigInteger("ffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551", 16);
    private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

    private static final Api api = Gatehouse.shared().api();

    private String token = "";

    @BeforeEach
    void aTrueToken() {
        token = api.register().accessToken();
    }

    private Stream<String> spellings() {
        int last = token.length() - 1;
        String otherEnd = token.substring(0, last) + ALPHABET.charAt(ALPHABET.indexOf(token.charAt(last)) ^ 1);
        return Stream.of(
                token + "=",
                token + "==",
                token.replace(".", "=."),
                token + ".",
                "." + token,
                token.toUpperCase(Locale.ROOT),
                token.toLowerCase(Locale.ROOT),
                token.replaceFirst("\\.", "%2E"),
                token + "%3D",
                "\"" + token + "\"",
                "Bearer " + token,
                token + "," + token,
                token + " " + token,
                otherEnd,
                otherSignature());
    }

    /** The other signature that the curve's equation accepts: (r, n − s) for (r, s). */
    private String otherSignature() {
        int dot = token.lastIndexOf('.');
        byte[] signature = Base64.getUrlDecoder().decode(token.substring(dot + 1));
        var other = ORDER.subtract(new BigInteger(1, Arrays.copyOfRange(signature, 32, 64)));
        String digits = "0".repeat(64) + other.toString(16);
        byte[] s = HexFormat.of().parseHex(digits.substring(digits.length() - 64));
        System.arraycopy(s, 0, signature, 32, 32);
        return token.substring(0, dot + 1)
                + Base64.getUrlEncoder().withoutPadding().encodeToString(signature);
    }

    @Test
    void onlyItsOwnSpellingIsATokenAndAfterTheLogoutNone() {
        assertThat(api.profile(token).status()).isEqualTo(200);
        assertThat(spellings()).allSatisfy(spelling -> refused("Bearer " + spelling));

        assertThat(api.logOut(token).status()).isEqualTo(204);

        refused("Bearer " + token);
        assertThat(spellings()).allSatisfy(spelling -> refused("Bearer " + spelling));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Bearer", "bearer", "BEARER"})
    void theSchemeIsWrittenInAnyCase(String scheme) {
        assertThat(api.get("/api/auth/profile", "Authorization", scheme + " " + token)
                        .status())
                .isEqualTo(200);
    }

    @Test
    void anotherSchemeIsRefused() {
        String basic = Base64.getEncoder().encodeToString(("user:" + token).getBytes(UTF_8));
        for (String value :
                List.of(token, "Basic " + basic, "Token " + token, "Bearer", "Bearer ", "Bearer:" + token, "")) {
            refused(value);
        }
    }

    @Test
    void twoHeadersAreNoAnswer() {
        for (String other : List.of("Bearer " + token, "Bearer x", "Basic eDp5", "")) {
            refusedAnswer(api.get("/api/auth/profile", "Authorization", "Bearer " + token, "Authorization", other));
            refusedAnswer(api.get("/api/auth/profile", "Authorization", other, "Authorization", "Bearer " + token));
        }
    }

    @Test
    void aTokenElsewhereIsNone() {
        String encoded = URLEncoder.encode(token, UTF_8);
        refusedAnswer(api.get("/api/auth/profile?access_token=" + encoded + "&token=" + encoded + "&jwt=" + encoded));
        for (String cookie : List.of("JWT", "access_token", "Authorization", "__Host-access", "SESSION")) {
            refusedAnswer(api.get("/api/auth/profile", "Cookie", cookie + "=" + token));
        }
        for (String header : List.of("X-Access-Token", "X-Auth-Token", "Proxy-Authorization", "X-Authorization")) {
            refusedAnswer(api.get("/api/auth/profile", header, "Bearer " + token));
        }
        refusedAnswer(api.put("/api/auth/profile", "{\"name\":\"Ada\",\"accessToken\":\"" + token + "\"}"));
    }

    private static void refused(String authorization) {
        refusedAnswer(api.get("/api/auth/profile", "Authorization", authorization));
    }

    private static void refusedAnswer(Api.Answer answer) {
        Problems.demand(answer, 401, "unauthenticated");
        assertThat(answer.header("WWW-Authenticate")).contains("Bearer");
    }
}
