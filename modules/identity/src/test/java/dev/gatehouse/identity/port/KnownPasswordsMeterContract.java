package dev.gatehouse.identity.port;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.identity.port.KnownPasswordsMeter.Count;
import org.junit.jupiter.api.Test;

/** What every meter of questions to a list promises. */
public interface KnownPasswordsMeterContract {

    /** A meter that nobody else uses. */
    KnownPasswordsMeter meter();

    long counted(Count what);

    @Test
    default void eachCountStartsAtNothingAndAddsUp() {
        for (Count what : Count.values()) {
            assertThat(counted(what)).isZero();
            meter().count(what);
            meter().count(what);
            assertThat(counted(what)).isEqualTo(2);
        }
    }
}
