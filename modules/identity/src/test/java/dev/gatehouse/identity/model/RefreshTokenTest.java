package dev.gatehouse.identity.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Base64;
import java.util.Locale;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class RefreshTokenTest {

    private static final MasterKey KEY = Samples.masterKey();
    private static final RefreshToken TOKEN = new RefreshToken(Samples.sessionId(), 42);

    private static void refused(String text) {
        assertThat(RefreshToken.open(text, KEY)).as(text).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 1, 9, 10, 42, 999_999_999_999_999_999L})
    void whatWasSealedOpens(long counter) {
        var token = new RefreshToken(Samples.sessionId(), counter);
        assertThat(RefreshToken.open(token.seal(KEY), KEY)).contains(token);
    }

    @Test
    void theSameTokenHasTheSameTextAndNoOtherHasIt() {
        assertThat(TOKEN.seal(KEY)).isEqualTo(new RefreshToken(TOKEN.session(), 42).seal(KEY));
        assertThat(TOKEN.seal(KEY)).isNotEqualTo(new RefreshToken(TOKEN.session(), 43).seal(KEY));
        assertThat(TOKEN.seal(KEY)).matches("v1\\.[0-9a-f-]{36}\\.42\\.[A-Za-z0-9_-]{43}");
    }

    @Test
    void anotherKeyOpensNothing() {
        MasterKey other = MasterKey.of("AQAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=");
        assertThat(RefreshToken.open(TOKEN.seal(KEY), other)).isEmpty();
    }

    @Test
    void theSealOfOneSessionOrNumberIsNoneForAnother() {
        String mac = TOKEN.seal(KEY).substring(TOKEN.seal(KEY).lastIndexOf('.'));
        refused("v1." + TOKEN.session() + ".41" + mac);
        refused("v1." + TOKEN.session() + ".43" + mac);
        refused("v1." + Samples.sessionId() + ".42" + mac);
    }

    @Test
    void anySingleCharacterChangedIsRefused() {
        String text = TOKEN.seal(KEY);
        IntStream.range(0, text.length())
                .forEach(at -> "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz-_.=+/ \n\u0000é"
                        .chars()
                        .filter(other -> other != text.charAt(at))
                        .forEach(other -> refused(text.substring(0, at) + (char) other + text.substring(at + 1))));
    }

    @Test
    void anySingleCharacterMissingOrAddedIsRefused() {
        String text = TOKEN.seal(KEY);
        IntStream.range(0, text.length()).forEach(at -> {
            refused(text.substring(0, at) + text.substring(at + 1));
            refused(text.substring(0, at) + text.charAt(at) + text.substring(at));
            refused(text.substring(0, at) + " " + text.substring(at));
        });
        refused(text + " ");
        refused(text + "\n");
        refused(text + "=");
    }

    @Test
    void anotherSpellingIsRefused() {
        String text = TOKEN.seal(KEY);
        refused(text.toUpperCase(Locale.ROOT));
        refused("V1" + text.substring(2));
        refused(text.replace(
                TOKEN.session().toString(), TOKEN.session().toString().toUpperCase(Locale.ROOT)));
        refused(text.replace(".42.", ".042."));
        refused(text.replace(".42.", ".+42."));
        refused(text.replace(".42.", ".٤٢."));
    }

    /** The last character of 43 carries two bits that decode to nothing. */
    @Test
    void bitsLeftOverInTheSealAreRefused() {
        String text = TOKEN.seal(KEY);
        String alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
        char other = alphabet.charAt(alphabet.indexOf(text.charAt(text.length() - 1)) ^ 1);
        String respelled = text.substring(0, text.length() - 1) + other;
        assertThat(mac(respelled)).isEqualTo(mac(text));
        refused(respelled);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "-1",
                "",
                "00",
                "01",
                "1000000000000000000",
                "9223372036854775807",
                "9223372036854775808",
                "99999999999999999999999999",
                "1e3",
                "0x1",
                "1.0"
            })
    void aNumberOutOfRangeOrFormIsRefused(String number) {
        refused("v1." + TOKEN.session() + "." + number + "." + "A".repeat(43));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ".", "...", "v1", "v1...", "v2.a.0.b", "null"})
    void whatIsNoTokenIsRefused(String text) {
        refused(text);
    }

    @Test
    void whatIsFarTooLongIsRefused() {
        refused("A".repeat(1_000_000));
        refused(TOKEN.seal(KEY).replace(".42.", "." + "4".repeat(1_000_000) + "."));
    }

    private static byte[] mac(String text) {
        return Base64.getUrlDecoder().decode(text.substring(text.lastIndexOf('.') + 1));
    }
}
