package dev.gatehouse.identity.port;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gatehouse.identity.model.InvalidValue;
import dev.gatehouse.identity.model.Password;
import dev.gatehouse.identity.model.PasswordHash;
import dev.gatehouse.identity.model.Samples;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What everybody promises who reads hashes of other systems. */
public interface ForeignHashesContract {

    ForeignHashes hashes();

    /** Texts that other systems keep of {@link Samples#password()}, one of each form. */
    List<String> texts();

    /** Texts of forms that are known, whose check would cost more than is allowed. */
    List<String> tooCostly();

    private static String code(Runnable reading) {
        try {
            reading.run();
            return "";
        } catch (InvalidValue invalid) {
            return invalid.code();
        }
    }

    @Test
    default void aPasswordHasTheHashThatWasReadAndNoOtherHas() {
        for (String text : texts()) {
            PasswordHash hash = hashes().read(text);
            assertThat(hashes().knows(hash)).as(text).isTrue();
            assertThat(hashes().verify(Samples.password(), hash)).as(text).isTrue();
            assertThat(hashes().verify(Password.of("Correct horse battery staple"), hash))
                    .as(text)
                    .isFalse();
        }
    }

    @Test
    default void whatWasReadIsReadAsItIs() {
        assertThat(texts()).map(hashes()::read).allSatisfy(hash -> assertThat(hashes().read(hash.phc()))
                .isEqualTo(hash));
    }

    @Test
    @Timeout(10)
    default void whatWouldCostTooMuchIsRefusedAndNeverChecked() {
        for (String text : tooCostly()) {
            assertThat(code(() -> hashes().read(text))).as(text).isEqualTo("hash-too-costly");
            assertThat(hashes().verify(Samples.password(), new PasswordHash(text)))
                    .as(text)
                    .isFalse();
        }
    }

    @Test
    @Timeout(10)
    default void whatHasNoFormThatIsKnownIsRefusedAndIsNobodys() {
        var unknown = List.of(
                "",
                "$",
                "$$$$",
                "correct horse battery staple",
                "5f4dcc3b5aa765d61d8327deb882cf99",
                "$1$salt$hash",
                "$6$rounds=5000$salt$hash",
                "{SSHA}abcdefghijklmnop",
                "\u0000",
                "A".repeat(100_000),
                "$".repeat(100_000));
        for (String text : unknown) {
            assertThat(code(() -> hashes().read(text))).isEqualTo("unknown-hash");
            assertThat(hashes().knows(new PasswordHash(text))).isFalse();
            assertThat(hashes().verify(Samples.password(), new PasswordHash(text)))
                    .isFalse();
        }
    }

    @Test
    default void aTextThatGoesOnOrIsCutShortIsRefused() {
        for (String text : texts()) {
            for (String other : List.of(text + "$", text + " ", " " + text, text + "\n", text.substring(1))) {
                assertThatThrownBy(() -> hashes().read(other)).as(other).isInstanceOf(InvalidValue.class);
            }
        }
    }

    @Test
    default void aRefusalDoesNotRepeatTheHash() {
        tooCostly().forEach(text -> assertThatThrownBy(() -> hashes().read(text))
                .isInstanceOfSatisfying(InvalidValue.class, invalid -> assertThat(invalid.detail())
                        .doesNotContain(text)));
    }
}
