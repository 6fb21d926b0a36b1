package dev.gatehouse.app.journey;

import static dev.gatehouse.app.journey.Forger.decoded;
import static dev.gatehouse.app.journey.Forger.encoded;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.gatehouse.identity.model.SigningKey;
import dev.gatehouse.identity.port.SigningKeyStore;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tokens that were never issued, though all but the first kind are signed with the true key. */
final class ForgedTokenIT {

    private static final Gatehouse gatehouse = Gatehouse.shared();
    private static final Api api = gatehouse.api();
    private static SigningKey key;

    private String token = "";
    private String header = "";
    private String claims = "";

    @BeforeAll
    static void start() {
        key = gatehouse.bean(SigningKeyStore.class).list().stream()
                .filter(one -> one.state() == SigningKey.State.CURRENT)
                .findFirst()
                .orElseThrow();
    }

    @BeforeEach
    void aTrueToken() {
        token = api.register().accessToken();
        header = decoded(token, 0);
        claims = decoded(token, 1);
    }

    @Test
    void theForgerCouldMakeAValidToken() throws GeneralSecurityException {
        assertThat(api.profile(token).status()).isEqualTo(200);
        assertThat(api.profile(signed(header, claims)).status()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"none", "None", "HS256", "RS256", "ES384", ""})
    void anotherAlgorithmIsRefused(String algorithm) throws GeneralSecurityException {
        String other = header.replace("ES256", algorithm);
        refused(encoded(other) + "." + encoded(claims) + ".");
        refused(encoded(other) + "." + encoded(claims));
        refused(signed(other, claims));
        byte[] spki = key.pair().getPublic().getEncoded();
        String pem = "-----BEGIN PUBLIC KEY-----\n"
                + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(spki) + "\n-----END PUBLIC KEY-----\n";
        for (byte[] secret : List.of(spki, pem.getBytes(UTF_8), key.id().getBytes(UTF_8))) {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret, "HmacSHA256"));
            String input = encoded(other) + "." + encoded(claims);
            refused(input + "." + encoded(mac.doFinal(input.getBytes(UTF_8))));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"kid\":\"other\"",
                "\"kid\":\"../../dev/null\"",
                "\"jku\":\"http://127.0.0.1:9/keys\"",
                "\"x5u\":\"http://127.0.0.1:9/cert\"",
                "\"jwk\":{\"kty\":\"EC\",\"crv\":\"P-256\"}",
                "\"x5c\":[\"AAAA\"]",
                "\"crit\":[\"exp\"]",
                "\"b64\":false",
                "\"zip\":\"DEF\"",
                "\"cty\":\"JWT\"",
                "\"alg\":\"none\""
            })
    void anotherHeaderParameterIsRefused(String parameter) throws GeneralSecurityException {
        refused(signed(header.replace("}", "," + parameter + "}"), claims));
    }

    @Test
    void nobodyIsAskedForTheKeysThatAHeaderPointsAt() throws GeneralSecurityException, IOException {
        try (var server = new ServerSocket(0)) {
            server.setSoTimeout(200);
            String url = "\"http://127.0.0.1:" + server.getLocalPort() + "/keys\"";
            refused(signed(header.replace("}", ",\"jku\":" + url + ",\"x5u\":" + url + "}"), claims));
            assertThatExceptionOfType(SocketTimeoutException.class).isThrownBy(server::accept);
        }
    }

    @Test
    void otherClaimsAreRefused() throws GeneralSecurityException {
        var other = api.register().registered();
        String sid = "\"sid\":\"";
        String mine = claims.substring(claims.indexOf(sid) + sid.length()).split("\"", 2)[0];
        refused(signed(header, claims.replace(mine, other.at("/session/id"))));
        refused(signed(header, claims.replaceFirst("\"sub\":\"[^\"]*", "\"sub\":\"" + other.at("/user/id"))));
        refused(signed(header, claims.replaceFirst("\"exp\":\\d+", "\"exp\":1")));
        refused(signed(header, claims.replaceFirst("\"ver\":\\d+", "\"ver\":99")));
        refused(signed(header, claims.replaceFirst("\"iss\":\"", "\"iss\":\"x")));
        refused(signed(header, claims.replaceFirst("\"aud\":\"", "\"aud\":\"x")));
        refused(signed(header, claims.replaceFirst("\\{", "{\"sub\":\"x\",")));
        refused(signed(header, "{\"a\":".repeat(1_000)));
        refused(signed(header, claims + " ".repeat(7_000)));
    }

    @Test
    void whatIsNoSignedTokenIsRefused() throws GeneralSecurityException {
        refused(token + ".AAAA.AAAA");
        refused(encoded("{\"alg\":\"dir\",\"enc\":\"A256GCM\"}") + "..AAAA.AAAA.AAAA");
        refused(signed(header.replace("}", ",\"cty\":\"JWT\"}"), token));
        refused(signed(header, token));
        refused("A".repeat(9 * 1024));
        refused(token + "A".repeat(9 * 1024));
        refused("..");
        refused("null");
    }

    private static void refused(String forged) {
        var answer = api.profile(forged);
        Problems.demand(answer, 401, "unauthenticated");
        assertThat(answer.header("WWW-Authenticate")).contains("Bearer");
    }

    private static String signed(String header, String payload) throws GeneralSecurityException {
        return Forger.signed(header, payload, key);
    }
}
