package dev.gatehouse.ratelimit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/** What all alerts promise. */
public interface LimitAlertsContract {

    LimitAlerts alerts();

    /** How often somebody was told that a subject was blocked by a policy, once all of it is told. */
    long told(String policy, Standing standing);

    @Test
    default void anAlertIsTold() {
        var standing = new Standing(Limits.subject(), 3, Duration.ofMinutes(4));
        alerts().raise("login", standing);
        assertThat(told("login", standing)).isEqualTo(1);
    }
}
