package dev.gatehouse.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What whoever knows of one subject's deliveries promises. */
public interface SubjectDeliveriesContract extends QueuesContract {

    SubjectDeliveries subjects();

    @Test
    default void whatWaitsIsListedForItsSubjectAlone() {
        UUID subject = UUID.randomUUID();
        Event event = queued(Events.MADE, subject, UUID.randomUUID()).getFirst();
        assertThat(subjects().listOf(subject, 9)).singleElement().satisfies(delivery -> {
            assertThat(delivery.handler()).isEqualTo(THEN);
            assertThat(delivery.type()).isEqualTo(Events.MADE);
            assertThat(delivery.occurredAt()).isEqualTo(event.occurredAt());
            assertThat(delivery.attempts()).isZero();
            assertThat(delivery.dueAt()).isNotNull();
            assertThat(delivery.isDead()).isFalse();
        });
        assertThat(subjects().listOf(UUID.randomUUID(), 9)).isEmpty();
    }

    @Test
    default void whatDiedIsListedWithTheReason() {
        UUID subject = UUID.randomUUID();
        queued(Events.MADE, subject);
        deliveries().bury(claimedOne(THEN).failed().failed(), "nobody is there");
        assertThat(subjects().listOf(subject, 9)).singleElement().satisfies(delivery -> {
            assertThat(delivery.attempts()).isEqualTo(2);
            assertThat(delivery.dueAt()).isNull();
            assertThat(delivery.reason()).isEqualTo("nobody is there");
        });
    }

    @Test
    default void whatIsDoneIsNotListed() {
        UUID subject = UUID.randomUUID();
        queued(Events.MADE, subject);
        deliveries().complete(claimedOne(THEN));
        assertThat(subjects().listOf(subject, 9)).isEmpty();
    }

    @Test
    default void noMoreAreListedThanAskedFor() {
        UUID subject = UUID.randomUUID();
        queued(Events.MADE, subject);
        deliveries().bury(claimedOne(THEN), "gone");
        queued(Events.CHANGED, subject);
        assertThat(subjects().listOf(subject, 9)).hasSize(3);
        assertThat(subjects().listOf(subject, 2)).hasSize(2);
    }
}
