package dev.gatehouse.identity.port;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.identity.model.Password;
import dev.gatehouse.identity.model.PasswordHash;
import dev.gatehouse.identity.model.Samples;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What every password hasher promises. */
public interface PasswordHasherContract {

    PasswordHasher hasher();

    /** Algorithm, version and parameters: a PHC string without its salt and tag. */
    private static String parameters(PasswordHash hash) {
        String untagged = hash.phc().substring(0, hash.phc().lastIndexOf('$'));
        return untagged.substring(0, untagged.lastIndexOf('$'));
    }

    @Test
    default void aPasswordHasItsHash() {
        assertThat(hasher().verify(Samples.password(), hasher().hash(Samples.password())))
                .isTrue();
    }

    @Test
    default void anotherPasswordDoesNot() {
        PasswordHash hash = hasher().hash(Samples.password());
        assertThat(hasher().verify(Password.of("Correct horse battery staple"), hash))
                .isFalse();
        assertThat(hasher().verify(Password.of("correct horse battery staple "), hash))
                .isFalse();
    }

    @Test
    default void everyCharacterOfALongPasswordCounts() {
        PasswordHash hash = hasher().hash(Password.of("🦊".repeat(128)));
        assertThat(hasher().verify(Password.of("🦊".repeat(128)), hash)).isTrue();
        assertThat(hasher().verify(Password.of("🦊".repeat(127) + "🐺"), hash)).isFalse();
    }

    @Test
    default void everyHashHasASaltOfItsOwn() {
        PasswordHash first = hasher().hash(Samples.password());
        PasswordHash second = hasher().hash(Samples.password());
        assertThat(first).isNotEqualTo(second);
        assertThat(parameters(first)).isEqualTo(parameters(second));
    }

    @Test
    default void aHashDoesNotShowThePassword() {
        assertThat(hasher().hash(Samples.password()).phc())
                .doesNotContain(Samples.password().value());
    }

    @Test
    default void noPasswordHasTheDummy() {
        assertThat(hasher().verify(Samples.password(), hasher().dummy())).isFalse();
        assertThat(hasher().verify(Password.of("x"), hasher().dummy())).isFalse();
    }

    @Test
    default void theDummyCostsWhatAnyOtherDoes() {
        assertThat(parameters(hasher().dummy())).isEqualTo(parameters(hasher().hash(Samples.password())));
        assertThat(hasher().dummy()).isEqualTo(hasher().dummy());
    }

    @Test
    @Timeout(10)
    default void aHashThatCannotBeReadOrCostsTooMuchIsNobodys() {
        String good = hasher().hash(Samples.password()).phc();
        var bad = List.of(
                "",
                "$",
                "$$$$$",
                "correct horse battery staple",
                "$argon2id$",
                "$argon2id$v=19$m=19456,t=2,p=1$$",
                "$argon2id$v=19$m=19456,t=2,p=1$c2FsdHNhbHRzYWx0c2FsdA$",
                "$argon2id$v=19$m=x,t=2,p=1$c2FsdHNhbHRzYWx0c2FsdA$dGFndGFndGFndGFndGFndA",
                "$argon2id$v=19$m=19456,t=2,p=1$***$dGFndGFndGFndGFndGFndA",
                "$argon2id$v=19$m=-1,t=-1,p=-1$c2FsdHNhbHRzYWx0c2FsdA$dGFndGFndGFndGFndGFndA",
                "$argon2id$v=19$m=0,t=0,p=0$c2FsdHNhbHRzYWx0c2FsdA$dGFndGFndGFndGFndGFndA",
                "$argon2id$v=19$m=2147483647,t=2,p=1$c2FsdHNhbHRzYWx0c2FsdA$dGFndGFndGFndGFndGFndA",
                "$argon2id$v=19$m=19456,t=2147483647,p=1$c2FsdHNhbHRzYWx0c2FsdA$dGFndGFndGFndGFndGFndA",
                "$argon2id$v=19$m=19456,t=2,p=2147483647$c2FsdHNhbHRzYWx0c2FsdA$dGFndGFndGFndGFndGFndA",
                "$argon2id$v=19$m=99999999999999999999,t=2,p=1$c2FsdHNhbHRzYWx0c2FsdA$dGFndGFndGFndGFndGFndA",
                "$2a$31$c2FsdHNhbHRzYWx0c2FsdA",
                good + "$",
                good + "A".repeat(100_000),
                " " + good,
                good.substring(0, good.lastIndexOf('$') + 1),
                good.substring(0, good.lastIndexOf('$')));
        assertThat(bad).noneMatch(phc -> hasher().verify(Samples.password(), new PasswordHash(phc)));
    }

    @Test
    default void aHashOfADifferentTagOrSaltIsNobodys() {
        PasswordHash hash = hasher().hash(Samples.password());
        String tag = hash.phc().substring(hash.phc().lastIndexOf('$') + 1);
        String untagged = hash.phc().substring(0, hash.phc().length() - tag.length());
        var otherTag = new PasswordHash(untagged + (tag.charAt(0) == 'A' ? 'B' : 'A') + tag.substring(1));
        String otherSalt = hasher().hash(Samples.password()).phc();
        assertThat(hasher().verify(Samples.password(), otherTag)).isFalse();
        assertThat(hasher().verify(
                                Samples.password(),
                                new PasswordHash(otherSalt.substring(0, otherSalt.lastIndexOf('$') + 1) + tag)))
                .isFalse();
    }

    @Test
    default void whatItMakesIsCurrentAndWhatItCannotReadIsNot() {
        assertThat(hasher().isCurrent(hasher().hash(Samples.password()))).isTrue();
        assertThat(hasher().isCurrent(hasher().dummy())).isTrue();
        assertThat(List.of("", "$", "plain text", "$2a$10$c2FsdHNhbHRzYWx0c2FsdA"))
                .noneMatch(phc -> hasher().isCurrent(new PasswordHash(phc)));
    }

    @Test
    default void parallelCallsDoNotDisturbOneAnother() {
        var right = InParallel.run(4, number -> {
            Password password = Password.of("password number " + number);
            PasswordHash hash = hasher().hash(password);
            return hasher().verify(password, hash) && !hasher().verify(Samples.password(), hash);
        });
        assertThat(right).containsOnly(true);
    }
}
