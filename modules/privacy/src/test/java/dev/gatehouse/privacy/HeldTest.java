package dev.gatehouse.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class HeldTest {

    @Test
    void valuesKeepTheOrderInWhichTheyWereSaidAndNoneIsNone() {
        Held held = Held.NOTHING.with("z", 1).with("a", "text").with("m", null).with("b", true);
        assertThat(held.values()).containsExactly(Map.entry("z", 1), Map.entry("a", "text"), Map.entry("b", true));
    }

    @Test
    void aValueIsPlain() {
        assertThatIllegalArgumentException().isThrownBy(() -> Held.NOTHING.with("list", List.of("a")));
    }

    @Test
    void itsTextShowsNoValue() {
        assertThat(Held.NOTHING.with("email", "ada@example.com")).hasToString("Held[[email]]");
    }
}
