package dev.gatehouse.identity.port;

import static dev.gatehouse.identity.port.TokenForger.base64;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.identity.port.AccessTokens.Reading;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * What every reader of JWT promises of a true token in another spelling: whoever keeps a list of texts must be able to
 * trust that there is one text.
 */
public interface RespelledTokensContract extends AccessTokensContract {

    private List<String> parts() {
        return List.of(issued(claims()).split("\\.", -1));
    }

    private void refused(String text) {
        assertThat(tokens().read(text)).as(text).isInstanceOf(Reading.Invalid.class);
    }

    private void refusedSignature(byte[] signature) {
        List<String> parts = parts();
        refused(parts.get(0) + "." + parts.get(1) + "." + base64(signature));
    }

    @Test
    default void theTokenItselfIsValidInThreeParts() {
        List<String> parts = parts();
        assertThat(parts).hasSize(3);
        assertThat(tokens().read(String.join(".", parts))).isInstanceOf(Reading.Valid.class);
    }

    @Test
    default void anyCharacterChangedIsRefused() {
        String token = issued(claims());
        IntStream.range(0, token.length()).forEach(at -> {
            char other = token.charAt(at) == 'A' ? 'B' : 'A';
            refused(token.substring(0, at) + other + token.substring(at + 1));
        });
    }

    @Test
    default void anyCharacterMissingOrDoubledIsRefused() {
        String token = issued(claims());
        IntStream.range(0, token.length()).forEach(at -> {
            refused(token.substring(0, at) + token.substring(at + 1));
            refused(token.substring(0, at) + token.charAt(at) + token.substring(at));
        });
    }

    @Test
    default void anotherCaseIsRefused() {
        String token = issued(claims());
        refused(token.toUpperCase(Locale.ROOT));
        refused(token.toLowerCase(Locale.ROOT));
    }

    @Test
    default void paddingIsRefused() {
        for (int part = 0; part < 3; part++) {
            for (String padding : List.of("=", "==", "%3D", "%3d%3d")) {
                var parts = new ArrayList<>(parts());
                parts.set(part, parts.get(part) + padding);
                refused(String.join(".", parts));
            }
        }
    }

    @Test
    default void bitsLeftOverInTheSignatureAreRefused() {
        List<String> parts = parts();
        String respelled = TokenForger.otherEnd(parts.get(2));
        assertThat(Base64.getUrlDecoder().decode(respelled))
                .isEqualTo(Base64.getUrlDecoder().decode(parts.get(2)));
        refused(parts.get(0) + "." + parts.get(1) + "." + respelled);
    }

    @Test
    default void theOtherAlphabetOfBase64IsRefused() {
        // A signature has a dash or an underscore in all but one case in fourteen; one of many has it for sure.
        String token = IntStream.range(0, 1_000)
                .mapToObj(number -> issued(claims()))
                .filter(text -> text.substring(text.lastIndexOf('.')).matches(".*[-_].*"))
                .findFirst()
                .orElseThrow();
        int signature = token.lastIndexOf('.');
        refused(token.substring(0, signature)
                + token.substring(signature).replace('-', '+').replace('_', '/'));
    }

    @Test
    default void blanksAndPrefixesAreRefused() {
        String token = issued(claims());
        for (String blank : List.of(" ", "\n", "\r\n", "\t", "\u0000", "\u00A0", "\u200B", "\uFEFF")) {
            refused(blank + token);
            refused(token + blank);
            refused(token.replaceFirst("\\.", "." + blank));
        }
        refused("Bearer " + token);
        refused("\"" + token + "\"");
    }

    @Test
    default void lettersThatOnlyLookTheSameAreRefused() {
        String token = issued(claims());
        refused(token.replace('e', 'е'));
        refused(token.replace('.', '．'));
        refused(token.replace('y', 'ｙ'));
    }

    @Test
    default void anythingButThreePartsIsRefused() {
        List<String> parts = parts();
        String token = String.join(".", parts);
        refused(parts.get(0) + "." + parts.get(1));
        refused(parts.get(0) + "." + parts.get(1) + ".");
        refused(parts.get(1) + "." + parts.get(2));
        refused(token + ".");
        refused("." + token);
        refused(token + "." + parts.get(2));
        refused(token + ".AAAA.AAAA");
        refused(token + token);
        refused(token + "." + token);
    }

    @Test
    default void partsOfTwoTokensDoNotMakeOne() {
        List<String> one = parts();
        List<String> other = parts();
        refused(one.get(0) + "." + other.get(1) + "." + one.get(2));
        refused(one.get(0) + "." + one.get(1) + "." + other.get(2));
    }

    @Test
    default void theOtherSignatureThatTheCurveAcceptsIsRefused() {
        for (int i = 0; i < 8; i++) {
            List<String> parts = parts();
            byte[] signature = Base64.getUrlDecoder().decode(parts.get(2));
            byte[] other = TokenForger.otherS(signature);
            assertThat(TokenForger.otherS(other)).isEqualTo(signature);
            refused(parts.get(0) + "." + parts.get(1) + "." + base64(other));
        }
    }

    @Test
    default void aSignatureThatIsNoneIsRefused() {
        byte[] ones = new byte[64];
        Arrays.fill(ones, (byte) 0xff);
        List.of(new byte[0], new byte[1], new byte[63], new byte[64], new byte[65], new byte[1_000], ones)
                .forEach(this::refusedSignature);
    }
}
