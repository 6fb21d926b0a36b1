package dev.gatehouse.app.adapter.argon2;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.gatehouse.identity.model.Password;
import dev.gatehouse.identity.model.PasswordHash;
import dev.gatehouse.identity.port.PasswordHasher;
import dev.gatehouse.identity.port.PasswordHasherContract;
import java.security.SecureRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class Argon2PasswordHasherTest implements PasswordHasherContract {

    private static final Password PASSWORD = Password.of("password");

    private final PasswordHasher hasher = new Argon2PasswordHasher(Argon2Cost.RECOMMENDED, new SecureRandom());

    @Override
    public PasswordHasher hasher() {
        return hasher;
    }

    @Test
    void aHashIsAPhcStringWithSixteenBytesOfSaltAndThirtyTwoOfTag() {
        assertThat(hasher.hash(PASSWORD).phc())
                .matches("\\$argon2id\\$v=19\\$m=19456,t=2,p=1\\$[A-Za-z0-9+/]{22}\\$[A-Za-z0-9+/]{43}");
    }

    /** From the test vectors of the reference implementation, phc-winner-argon2. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "$argon2id$v=19$m=256,t=2,p=1$c29tZXNhbHQ$nf65EOgLrQMR/uIPnA4rEsF5h7TKyQwu9U1bMCHGi/4",
                "$argon2id$v=19$m=256,t=2,p=2$c29tZXNhbHQ$bQk8UB/VmZZF4Oo79iDXuL5/0ttZwg2f/5U52iv1cDc",
                "$argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc",
            })
    void hashesOfOthersAreUnderstood(String phc) {
        assertThat(hasher.verify(PASSWORD, new PasswordHash(phc))).isTrue();
        assertThat(hasher.verify(Password.of("differentpassword"), new PasswordHash(phc)))
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "$argon2i$v=19$m=256,t=2,p=1$c29tZXNhbHQ$nf65EOgLrQMR/uIPnA4rEsF5h7TKyQwu9U1bMCHGi/4",
                "$argon2id$v=16$m=256,t=2,p=1$c29tZXNhbHQ$nf65EOgLrQMR/uIPnA4rEsF5h7TKyQwu9U1bMCHGi/4",
                "$argon2id$m=256,t=2,p=1$c29tZXNhbHQ$nf65EOgLrQMR/uIPnA4rEsF5h7TKyQwu9U1bMCHGi/4",
                "$argon2id$v=19$t=2,m=256,p=1$c29tZXNhbHQ$nf65EOgLrQMR/uIPnA4rEsF5h7TKyQwu9U1bMCHGi/4",
                "$argon2id$v=19$m=0256,t=2,p=1$c29tZXNhbHQ$nf65EOgLrQMR/uIPnA4rEsF5h7TKyQwu9U1bMCHGi/4",
                "$argon2id$v=19$m=256,t=2,p=1,data=AA$c29tZXNhbHQ$nf65EOgLrQMR/uIPnA4rEsF5h7TKyQwu9U1bMCHGi/4",
                "$argon2id$v=19$m=256,t=2,p=1$c29tZXNhbHQ=$nf65EOgLrQMR/uIPnA4rEsF5h7TKyQwu9U1bMCHGi/4",
                "$argon2id$v=19$m=256,t=2,p=1$c29tZXNhbHR$nf65EOgLrQMR/uIPnA4rEsF5h7TKyQwu9U1bMCHGi/4",
                "$argon2id$v=19$m=256,t=2,p=1$c29tZXNhbHQ$nf65EOgLrQMR/uIPnA4rEsF5h7TKyQwu9U1bMCHGi/5",
                "$argon2id$v=19$m=256,t=2,p=1$c29tZXNhbHQ$nf65EOgLrQMR_uIPnA4rEsF5h7TKyQwu9U1bMCHGi_4",
                "$argon2id$v=19$m=256,t=2,p=1$c29tZXNhbHQ$nf65EOgLrQMR/uIPnA4rEsF5h7TKyQwu9U1bMCHGi/4\n",
            })
    void aTrueHashInAnotherSpellingIsNobodys(String phc) {
        assertThat(hasher.verify(PASSWORD, new PasswordHash(phc))).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"65537,2,1", "256,11,1", "256,2,5", "7,2,1", "31,2,4", "256,0,1", "256,2,0", "-1,2,1"})
    void aCostOutOfBoundsIsRefused(int memory, int iterations, int parallelism) {
        assertThatIllegalArgumentException().isThrownBy(() -> new Argon2Cost(memory, iterations, parallelism));
    }

    @ParameterizedTest
    @CsvSource({"65536,1,1", "8,10,1", "32,1,4"})
    void aCostAtItsBoundsIsFine(int memory, int iterations, int parallelism) {
        var extreme = new Argon2PasswordHasher(new Argon2Cost(memory, iterations, parallelism), new SecureRandom());
        assertThat(hasher.verify(PASSWORD, extreme.hash(PASSWORD))).isTrue();
    }

    @Test
    void hashesWithEarlierParametersStayGood() {
        var earlier = new Argon2PasswordHasher(new Argon2Cost(8_192, 3, 1), new SecureRandom());
        assertThat(hasher.verify(PASSWORD, earlier.hash(PASSWORD))).isTrue();
    }
}
