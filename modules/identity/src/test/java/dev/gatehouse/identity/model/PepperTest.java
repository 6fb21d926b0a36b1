package dev.gatehouse.identity.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Base64;
import org.junit.jupiter.api.Test;

final class PepperTest {

    private static final String ONE = "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=";
    private static final String OTHER = "ISIjJCUmJygpKissLS4vMDEyMzQ1Njc4OTo7PD0+P0A=";
    private static final byte[] TAG = {1, 2, 3};

    private final Pepper pepper = Pepper.of(ONE);

    @Test
    void whatWasSealedIsOpenedWithTheSameKeyAndContextAlone() {
        byte[] sealed = pepper.seal(TAG, new byte[12], "context");
        assertThat(pepper.open(pepper.currentId(), sealed, "context")).contains(TAG);
        assertThat(pepper.open(pepper.currentId(), sealed, "another")).isEmpty();
        assertThat(pepper.open("00000000", sealed, "context")).isEmpty();
        assertThat(pepper.open(pepper.currentId(), new byte[12], "context")).isEmpty();
        sealed[15] ^= 1;
        assertThat(pepper.open(pepper.currentId(), sealed, "context")).isEmpty();
    }

    @Test
    void anOlderKeyOpensWhatItSealed() {
        byte[] sealed = pepper.seal(TAG, new byte[12], "context");
        Pepper rotated = Pepper.of(OTHER + "  " + ONE);
        assertThat(rotated.open(pepper.currentId(), sealed, "context")).contains(TAG);
        assertThat(rotated.currentId()).isNotEqualTo(pepper.currentId());
    }

    @Test
    void whatIsNoKeyOrTheSameTwiceIsRefused() {
        assertThatThrownBy(() -> Pepper.of("")).isInstanceOf(InvalidValue.class);
        assertThatThrownBy(() -> Pepper.of(ONE + " x")).isInstanceOf(InvalidValue.class);
        assertThatThrownBy(() -> Pepper.of(ONE + " " + ONE)).isInstanceOf(InvalidValue.class);
    }

    @Test
    void itDoesNotShowItself() {
        assertThat(pepper.toString()).doesNotContain(ONE, Base64.getEncoder().encodeToString(TAG));
    }
}
