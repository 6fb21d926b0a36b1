package dev.gatehouse.events;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What every event handler promises the relay. */
public interface EventHandlerContract {

    EventHandler handler();

    /** An event that it can deal with. */
    Event event();

    @Test
    default void itHasANameToBeRememberedBy() {
        assertThat(handler().name())
                .matches("[a-z0-9-]{1,64}")
                .isEqualTo(handler().name());
    }

    @Test
    default void itIsDoneWithAnEventThatIsForIt() {
        assertThat(handler().handles(event().type())).isTrue();
        assertThat(handler().handle(event())).isEqualTo(new Handled.Done());
    }

    @Test
    default void itIsDoneWithTheSameEventAgain() {
        EventHandler handler = handler();

        handler.handle(event());

        assertThat(handler.handle(event())).isEqualTo(new Handled.Done());
    }
}
