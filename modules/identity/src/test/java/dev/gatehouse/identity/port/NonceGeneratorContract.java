package dev.gatehouse.identity.port;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HexFormat;
import org.junit.jupiter.api.Test;

/** What every maker of nonces promises. */
public interface NonceGeneratorContract {

    NonceGenerator nonces();

    @Test
    default void noneComesTwiceAndEachHasTwelveBytes() {
        var made = InParallel.run(1_000, number -> nonces().next());
        assertThat(made).allSatisfy(nonce -> assertThat(nonce).hasSize(12));
        assertThat(made.stream().map(HexFormat.of()::formatHex)).doesNotHaveDuplicates();
    }
}
