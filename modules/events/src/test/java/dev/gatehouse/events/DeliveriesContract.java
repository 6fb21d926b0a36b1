package dev.gatehouse.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gatehouse.events.EventHandler.Stage;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What the queues of the handlers promise. */
public interface DeliveriesContract extends QueuesContract {

    private static UUID subject() {
        return UUID.randomUUID();
    }

    private List<Event> eventsClaimed(String handler) {
        return claimed(handler).stream().map(Delivery::event).toList();
    }

    @Test
    default void anEventGoesToEachHandlerThatItIsForAndOutOfTheOutbox() {
        var one = new RecordingHandler("one", Stage.THEN, Events.MADE);
        var other = new RecordingHandler("other", Stage.THEN, Events.MADE, Events.CHANGED);
        Event made = appended(Events.MADE, subject());
        Event changed = appended(Events.CHANGED, subject());

        assertThat(distributed(List.of(one, other), 100)).isEqualTo(2);

        assertThat(eventsClaimed("one")).containsExactly(made);
        assertThat(eventsClaimed("other")).containsExactly(made, changed);
        assertThat(distributed(List.of(one, other), 100)).isZero();
    }

    @Test
    default void anEventForNobodyJustGoes() {
        appended(Events.MADE, subject());
        assertThat(distributed(List.of(), 100)).isEqualTo(1);
        assertThat(distributed(List.of(THEN_HANDLER), 100)).isZero();
        assertThat(claimed(THEN)).isEmpty();
    }

    @Test
    default void theOldestAreDistributedFirstAndNoMoreThanTheLimit() {
        List<Event> events = List.of(
                appended(Events.MADE, subject()), appended(Events.MADE, subject()), appended(Events.MADE, subject()));

        assertThat(distributed(List.of(THEN_HANDLER), 2)).isEqualTo(2);
        assertThat(eventsClaimed(THEN)).isEqualTo(events.subList(0, 2));
        assertThat(distributed(List.of(THEN_HANDLER), 2)).isEqualTo(1);
        assertThat(eventsClaimed(THEN)).containsExactly(events.getLast());
    }

    @Test
    default void aUnitThatFailsDistributesNothing() {
        Event event = appended(Events.MADE, subject());
        assertThatThrownBy(() -> work().run(() -> {
                    deliveries().distribute(List.of(THEN_HANDLER), 100);
                    throw new IllegalStateException("the unit failed");
                }))
                .isInstanceOf(IllegalStateException.class);
        assertThat(claimed(THEN)).isEmpty();

        assertThat(distributed(List.of(THEN_HANDLER), 100)).isEqualTo(1);
        assertThat(eventsClaimed(THEN)).containsExactly(event);
    }

    @Test
    default void aClaimSaysAllThereIsToSay() {
        Event event = queued(Events.MADE, subject()).getFirst();
        Delivery delivery = claimedOne(THEN);
        assertThat(delivery.event()).isEqualTo(event);
        assertThat(delivery.handler()).isEqualTo(THEN);
        assertThat(delivery.attempts()).isZero();
    }

    @Test
    default void theOldestAreClaimedFirstAndNoMoreThanTheLimit() {
        List<Event> events = queued(Events.MADE, subject(), subject(), subject());
        assertThat(deliveries().claim(THEN, 2, LEASE))
                .extracting(Delivery::event)
                .isEqualTo(events.subList(0, 2));
        assertThat(eventsClaimed(THEN)).containsExactly(events.getLast());
        assertThat(claimed(THEN)).isEmpty();
        assertThat(claimed("nobody")).isEmpty();
    }

    @Test
    default void ofEachSubjectOnlyTheOldestIsDue() {
        UUID one = subject();
        UUID other = subject();
        List<Event> events = queued(Events.MADE, one, one, other, one);

        List<Delivery> first = claimed(THEN);
        assertThat(first).extracting(Delivery::event).containsExactly(events.get(0), events.get(2));
        assertThat(claimed(THEN)).isEmpty();

        assertThat(deliveries().complete(first.getFirst())).isTrue();
        assertThat(eventsClaimed(THEN)).containsExactly(events.get(1));
    }

    @Test
    default void aSubjectWaitsForItsFailedEventAndNotForItsDeadOne() {
        UUID subject = subject();
        List<Event> events = queued(Events.MADE, subject, subject);

        deliveries().retry(claimedOne(THEN).failed(), Duration.ofSeconds(1));
        assertThat(claimed(THEN)).isEmpty();
        pass(Duration.ofSeconds(1));
        deliveries().bury(claimedOne(THEN), "enough");

        assertThat(eventsClaimed(THEN)).containsExactly(events.getLast());
    }

    @Test
    default void anEventReachesHandlersOfTheFirstStageBeforeAllOthers() {
        var alsoFirst = new RecordingHandler("also-first", Stage.FIRST, Events.CHANGED);
        Event event = appended(Events.CHANGED, subject());
        distributed(List.of(THEN_HANDLER, FIRST_HANDLER, alsoFirst), 100);
        Delivery one = claimedOne(FIRST);
        Delivery other = claimedOne("also-first");

        assertThat(claimed(THEN)).isEmpty();
        assertThat(deliveries().complete(one)).isTrue();
        assertThat(claimed(THEN)).isEmpty();
        assertThat(deliveries().complete(other)).isTrue();

        assertThat(eventsClaimed(THEN)).containsExactly(event);
    }

    @Test
    default void theFirstStageHoldsUpNoOtherEvent() {
        queued(Events.CHANGED, subject());
        Event other = queued(Events.MADE, subject()).getFirst();
        assertThat(eventsClaimed(THEN)).containsExactly(other);
    }

    @Test
    default void theFirstStageHoldsUpNobodyWhenItsDeliveryIsDead() {
        Event event = queued(Events.CHANGED, subject()).getFirst();
        deliveries().bury(claimedOne(FIRST), "never");
        assertThat(eventsClaimed(THEN)).containsExactly(event);
    }

    @Test
    default void aClaimLastsAsLongAsItsLease() {
        queued(Events.MADE, subject());
        Delivery first = claimedOne(THEN);
        pass(LEASE.minusSeconds(1));
        assertThat(claimed(THEN)).isEmpty();
        pass(Duration.ofSeconds(1));

        Delivery second = claimedOne(THEN);

        assertThat(second.event()).isEqualTo(first.event());
        assertThat(second.attempts()).isZero();
        assertThat(second.claim()).isNotEqualTo(first.claim());
    }

    @Test
    default void whoeverLostTheClaimHasNoMoreToSay() {
        queued(Events.CHANGED, subject());
        Delivery old = claimedOne(FIRST);
        pass(LEASE);
        Delivery current = claimedOne(FIRST);

        assertThat(deliveries().complete(old)).isFalse();
        assertThat(deliveries().release(old)).isFalse();
        assertThat(deliveries().retry(old.failed(), Duration.ZERO)).isFalse();
        assertThat(deliveries().bury(old, "too late")).isFalse();

        assertThat(claimed(FIRST)).isEmpty();
        assertThat(claimed(THEN)).isEmpty();
        assertThat(deadLetters().list(null, 10)).isEmpty();
        assertThat(deliveries().complete(current)).isTrue();
        assertThat(deliveries().complete(current)).isFalse();
        assertThat(claimed(THEN)).hasSize(1);
    }

    @Test
    default void aReleasedDeliveryIsDueAtOnceAndHasNotFailed() {
        queued(Events.MADE, subject());
        Delivery released = claimedOne(THEN);
        assertThat(deliveries().release(released)).isTrue();
        assertThat(deliveries().complete(released)).isFalse();
        assertThat(claimedOne(THEN).attempts()).isZero();
    }

    @Test
    default void aFailedDeliveryIsDueAfterItsDelayAndSaysHowOftenItFailed() {
        queued(Events.MADE, subject());
        for (int attempts = 1; attempts <= 3; attempts++) {
            Delivery failed = claimedOne(THEN).failed();
            assertThat(deliveries().retry(failed, Duration.ofSeconds(30))).isTrue();
            assertThat(deliveries().complete(failed)).isFalse();
            pass(Duration.ofSeconds(29));
            assertThat(claimed(THEN)).isEmpty();
            pass(Duration.ofSeconds(1));
            Delivery again = claimedOne(THEN);
            assertThat(again.attempts()).isEqualTo(attempts);
            deliveries().release(again);
        }
    }

    @Test
    default void orphansAreWhatNoHandlerOfThisProgramHasTakenForLong() {
        queued(Events.CHANGED, subject());
        Duration age = Duration.ofHours(1);

        pass(age.minusSeconds(1));
        assertThat(deliveries().claimOrphans(List.of(THEN), age, 100, LEASE)).isEmpty();
        pass(Duration.ofSeconds(1));
        assertThat(deliveries().claimOrphans(List.of(FIRST, THEN), age, 100, LEASE))
                .isEmpty();
        assertThat(deliveries().claimOrphans(List.of(), age, 1, LEASE)).hasSize(1);
        pass(age.plus(LEASE));
        List<Delivery> orphans = deliveries().claimOrphans(List.of(THEN), age, 100, LEASE);

        assertThat(orphans).extracting(Delivery::handler).containsExactly(FIRST);
        assertThat(deliveries().bury(orphans.getFirst(), "no such handler")).isTrue();
        assertThat(claimed(THEN)).hasSize(1);
    }
}
