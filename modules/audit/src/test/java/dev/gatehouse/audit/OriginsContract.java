package dev.gatehouse.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** What whoever knows where things come from promises. */
public interface OriginsContract {

    Origins origins();

    /** Runs something as part of a request. */
    Origin within(Origin request, Supplier<Origin> look);

    @Test
    default void outsideOfARequestNothingIsKnown() {
        assertThat(origins().current()).isEqualTo(Origin.NONE);
    }

    @Test
    default void insideOneItIsKnownAndForgottenAfterwards() {
        var request = new Origin("request-1", "192.0.2.1", "agent");
        assertThat(within(request, () -> origins().current())).isEqualTo(request);
        assertThat(origins().current()).isEqualTo(Origin.NONE);
    }
}
