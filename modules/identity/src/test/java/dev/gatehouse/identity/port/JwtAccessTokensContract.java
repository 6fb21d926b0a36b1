package dev.gatehouse.identity.port;

import static dev.gatehouse.identity.port.TokenForger.base64;
import static dev.gatehouse.identity.port.TokenForger.json;
import static dev.gatehouse.identity.port.TokenForger.plus;
import static dev.gatehouse.identity.port.TokenForger.signed;
import static dev.gatehouse.identity.port.TokenForger.signedParts;
import static dev.gatehouse.identity.port.TokenForger.with;
import static dev.gatehouse.identity.port.TokenForger.without;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.identity.model.PublicKeyInfo;
import dev.gatehouse.identity.model.Samples;
import dev.gatehouse.identity.model.SigningKey;
import dev.gatehouse.identity.port.AccessTokens.Reading;
import java.nio.charset.StandardCharsets;
import java.security.interfaces.ECPublicKey;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What everything that makes and reads access tokens as JWT promises of forged ones.
 *
 * <p>The forger alters tokens that were issued and signs them with the true keys, so each is refused for the one thing
 * that is wrong with it.
 */
public interface JwtAccessTokensContract extends RespelledTokensContract {

    /** The keys behind {@link #tokens()}: one current, one next, one retiring. */
    List<SigningKey> keys();

    default SigningKey currentKey() {
        return keys().stream()
                .filter(key -> key.state() == SigningKey.State.CURRENT)
                .findFirst()
                .orElseThrow();
    }

    private String token() {
        return issued(claims());
    }

    private void refused(String text) {
        assertThat(tokens().read(text)).as(text).isInstanceOf(Reading.Invalid.class);
    }

    private void accepted(String text) {
        assertThat(tokens().read(text)).as(text).isInstanceOf(Reading.Valid.class);
    }

    /** Refuses a token with another header, though truly signed. */
    private void refusedHeader(String header) {
        refused(signed(header, json(token(), 1), currentKey()));
    }

    /** Refuses a token with another payload, though truly signed. */
    private void refusedPayload(String payload) {
        refused(signed(json(token(), 0), payload, currentKey()));
    }

    @Test
    default void theForgerCouldMakeAValidToken() {
        String token = token();
        String forged = signed(json(token, 0), json(token, 1), currentKey());
        assertThat(tokens().read(forged)).isEqualTo(tokens().read(token));
        accepted(signed(json(token, 0), with(json(token, 1), "ver", "8"), currentKey()));
    }

    @Test
    default void aTokenNamesItsTypeItsAlgorithmAndTheCurrentKey() {
        assertThat(json(token(), 0))
                .contains("\"at+jwt\"", "\"ES256\"", "\"" + currentKey().id() + "\"");
    }

    @Test
    default void theTokensOfEveryKeyAreValid() {
        String token = token();
        assertThat(keys())
                .hasSize(3)
                .allSatisfy(key ->
                        accepted(signed(with(json(token, 0), "kid", "\"" + key.id() + "\""), json(token, 1), key)));
    }

    @Test
    default void theirPublicHalvesAreThereForEverybody() {
        var expected = keys().stream()
                .map(key -> {
                    var half = (ECPublicKey) key.pair().getPublic();
                    return new PublicKeyInfo(key.id(), Samples.x(half), Samples.y(half));
                })
                .toList();
        assertThat(tokens().publicKeys()).containsExactlyInAnyOrderElementsOf(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"none", "None", "NONE", "nOnE", "", "HS256", "ES384", "ES256K", "RS256", "es256"})
    default void anotherAlgorithmIsRefusedSignedOrNot(String algorithm) {
        String token = token();
        String header = with(json(token, 0), "alg", "\"" + algorithm + "\"");
        refusedHeader(header);
        refused(base64(header) + "." + token.split("\\.", -1)[1] + ".");
        refused(base64(header) + "." + token.split("\\.", -1)[1]);
        refused(base64(header) + token.substring(token.indexOf('.')));
    }

    @Test
    default void aPublicKeyIsNoSecretToSignWith() {
        String header = with(json(token(), 0), "alg", "\"HS256\"");
        var key = (ECPublicKey) currentKey().pair().getPublic();
        var secrets = List.of(
                key.getEncoded(),
                TokenForger.pem(key),
                currentKey().id().getBytes(StandardCharsets.US_ASCII),
                Samples.x(key).getBytes(StandardCharsets.US_ASCII),
                new byte[1]);
        secrets.forEach(secret -> refused(TokenForger.macced(header, json(token(), 1), secret)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"JWT\"", "\"\"", "\"rt+jwt\"", "\"at\"", "null", "1", "[\"at+jwt\"]"})
    default void anotherTypeIsRefused(String type) {
        refusedHeader(with(json(token(), 0), "typ", type));
        refusedHeader(without(json(token(), 0), "typ"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"jku\":\"https://evil.example/keys\"",
                "\"x5u\":\"https://evil.example/cert\"",
                "\"jwk\":{\"kty\":\"EC\",\"crv\":\"P-256\"}",
                "\"x5c\":[\"AAAA\"]",
                "\"crit\":[\"exp\"]",
                "\"crit\":[]",
                "\"b64\":false",
                "\"zip\":\"DEF\"",
                "\"enc\":\"A256GCM\"",
                "\"cty\":\"JWT\"",
                "\"alg\":\"ES256\"",
                "\"alg\":\"none\"",
                "\"\\u0061lg\":\"none\"",
                "\"kid\":\"other\"",
            })
    default void anotherHeaderParameterIsRefused(String parameter) {
        refusedHeader(plus(json(token(), 0), parameter));
    }

    @Test
    default void aKeyThatIsNotOursIsRefusedWhateverItCallsItself() {
        SigningKey foreign = Samples.signingKey(SigningKey.State.CURRENT);
        String token = token();
        refused(signed(json(token, 0), json(token, 1), foreign));
        refused(signed(with(json(token, 0), "kid", "\"" + foreign.id() + "\""), json(token, 1), foreign));
        for (String id :
                List.of("\"\"", "null", "1", "\"../../dev/null\"", "\"' OR 1=1 --\"", "\"" + foreign.id() + "\"")) {
            refused(signed(with(json(token, 0), "kid", id), json(token, 1), currentKey()));
        }
        refused(signed(without(json(token, 0), "kid"), json(token, 1), currentKey()));
    }

    @Test
    default void oneOfOurKeysDoesNotSpeakForAnother() {
        keys().stream()
                .filter(key -> key.state() != SigningKey.State.CURRENT)
                .forEach(key -> refused(signed(json(token(), 0), json(token(), 1), key)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"iss", "aud", "sub", "exp", "sid", "ver"})
    default void aClaimThatIsMissingOrOfAnotherKindIsRefused(String claim) {
        String payload = json(token(), 1);
        refusedPayload(without(payload, claim));
        for (String value : List.of("null", "true", "{}", "[]", "\"\"", "\"other\"", "-1.5", "1e999999")) {
            refusedPayload(with(payload, claim, value));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"other\"", "[\"other\"]", "[]", "\"\""})
    default void aTokenForAnotherAudienceIsRefused(String audience) {
        refusedPayload(with(json(token(), 1), "aud", audience));
    }

    @ParameterizedTest
    @ValueSource(strings = {"sub", "sid", "ver", "exp", "iss", "aud", "roles"})
    default void aClaimThatIsThereTwiceIsRefused(String claim) {
        String payload = json(token(), 1);
        refusedPayload(plus(payload, TokenForger.member(payload, claim)));
    }

    @Test
    default void whatIsDeepOrBrokenOrNoObjectIsRefused() {
        String payload = json(token(), 1);
        refusedPayload(plus(payload, "\"x\":" + "[".repeat(2_000) + "]".repeat(2_000)));
        refusedPayload("[".repeat(5_000));
        refusedPayload("{\"a\":".repeat(1_000));
        for (String text : List.of(
                "", "{", "{}", "null", "[]", "1", "\"\"", payload + payload, payload + "x", "\uFEFF" + payload)) {
            refusedPayload(text);
        }
    }

    @Test
    default void aTokenOfMoreThanEightKibibytesIsRefused() {
        String token = token();
        refused(signed(json(token, 0), json(token, 1) + " ".repeat(7_000), currentKey()));
        refused(signed(json(token, 0) + " ".repeat(7_000), json(token, 1), currentKey()));
    }

    @Test
    default void aPayloadInAnOddSpellingIsRefusedThoughTrulySigned() {
        String header = token().split("\\.", -1)[0];
        String payload = json(token(), 1);
        for (String epoch : List.of("7", "77", "777")) {
            String encoded = base64(with(payload, "ver", epoch));
            accepted(signedParts(header, encoded, currentKey()));
            refused(signedParts(header + "=", encoded, currentKey()));
            refused(signedParts(header, encoded + "=", currentKey()));
            refused(signedParts(header, encoded.substring(0, 8) + "\n" + encoded.substring(8), currentKey()));
            if (encoded.length() % 4 != 0) {
                refused(signedParts(header, TokenForger.otherEnd(encoded), currentKey()));
            }
        }
    }
}
