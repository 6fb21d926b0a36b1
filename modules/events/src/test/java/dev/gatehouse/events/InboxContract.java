package dev.gatehouse.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What every inbox promises. */
public interface InboxContract {

    UnitOfWork work();

    Inbox inbox();

    /** Lets time pass for all marks there are. */
    void pass(Duration time);

    private boolean claimed(String handler, UUID event) {
        return work().run(() -> inbox().claim(handler, event));
    }

    @Test
    default void anEventIsClaimedOnceByEachHandler() {
        UUID event = UUID.randomUUID();
        assertThat(claimed("one", event)).isTrue();
        assertThat(claimed("one", event)).isFalse();
        assertThat(claimed("other", event)).isTrue();
        assertThat(claimed("one", UUID.randomUUID())).isTrue();
    }

    @Test
    default void aUnitThatFailsClaimsNothing() {
        UUID event = UUID.randomUUID();
        assertThatThrownBy(() -> work().run(() -> {
                    inbox().claim("one", event);
                    throw new IllegalStateException("the unit failed");
                }))
                .isInstanceOf(IllegalStateException.class);
        assertThat(claimed("one", event)).isTrue();
    }

    @Test
    default void twiceInOneUnitIsOnce() {
        UUID event = UUID.randomUUID();
        assertThat(work().<Boolean>run(() -> inbox().claim("one", event) && !inbox().claim("one", event)))
                .isTrue();
    }

    @Test
    default void theOldestAreForgottenAndNoMoreThanTheLimit() {
        UUID oldest = UUID.randomUUID();
        UUID old = UUID.randomUUID();
        UUID young = UUID.randomUUID();
        claimed("one", oldest);
        pass(Duration.ofDays(1));
        claimed("one", old);
        pass(Duration.ofDays(2));
        claimed("one", young);

        assertThat(inbox().forget(Duration.ofDays(2), 1)).isEqualTo(1);
        assertThat(claimed("one", old)).isFalse();
        assertThat(claimed("one", oldest)).isTrue();
        assertThat(inbox().forget(Duration.ofDays(2), 10)).isEqualTo(1);
        assertThat(claimed("one", young)).isFalse();
        assertThat(claimed("one", old)).isTrue();
        assertThat(inbox().forget(Duration.ofDays(2), 10)).isZero();
    }
}
