package dev.gatehouse.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What dead letters promise. */
public interface DeadLettersContract extends QueuesContract {

    private DeadLetter dead(String handler, String reason) {
        Delivery delivery = claimedOne(handler).failed().failed();
        assertThat(deliveries().bury(delivery, reason)).isTrue();
        return deadLetters().list(null, 100).getLast();
    }

    @Test
    default void aDeadLetterSaysWhatDiedWhereAndWhy() {
        Event event = queued(Events.MADE, UUID.randomUUID()).getFirst();

        DeadLetter letter = dead(THEN, "tried in vain");

        assertThat(letter.handler()).isEqualTo(THEN);
        assertThat(letter.event()).isEqualTo(event);
        assertThat(letter.attempts()).isEqualTo(2);
        assertThat(letter.reason()).isEqualTo("tried in vain");
        assertThat(letter.deadAt()).isAfter(event.occurredAt());
        assertThat(claimed(THEN)).isEmpty();
        pass(Duration.ofDays(1));
        assertThat(claimed(THEN)).isEmpty();
    }

    @Test
    default void ofALongReasonTheBeginningIsKept() {
        queued(Events.MADE, UUID.randomUUID());
        assertThat(dead(THEN, "λ".repeat(1000)).reason()).isEqualTo("λ".repeat(200));
    }

    @Test
    default void theyAreListedInTheOrderOfDyingPageByPage() {
        queued(Events.MADE, UUID.randomUUID());
        DeadLetter first = dead(THEN, "first");
        queued(Events.MADE, UUID.randomUUID());
        DeadLetter second = dead(THEN, "second");
        queued(Events.MADE, UUID.randomUUID());
        DeadLetter third = dead(THEN, "third");

        assertThat(deadLetters().list(null, 2)).containsExactly(first, second);
        assertThat(deadLetters().list(second.id(), 2)).containsExactly(third);
        assertThat(deadLetters().list(third.id(), 2)).isEmpty();

        deadLetters().redrive(second.id());
        assertThat(deadLetters().list(second.id(), 2)).containsExactly(third);
        assertThat(deadLetters().list(null, 2)).containsExactly(first, third);
    }

    @Test
    default void aRedrivenLetterIsDueAtOnceAsIfItHadNeverFailed() {
        Event event = queued(Events.MADE, UUID.randomUUID()).getFirst();
        DeadLetter letter = dead(THEN, "once");

        assertThat(deadLetters().redrive(letter.id())).isTrue();

        assertThat(deadLetters().list(null, 10)).isEmpty();
        Delivery delivery = claimedOne(THEN);
        assertThat(delivery.event()).isEqualTo(event);
        assertThat(delivery.attempts()).isZero();
    }

    @Test
    default void aLetterIsRedrivenOnce() {
        queued(Events.MADE, UUID.randomUUID());
        DeadLetter letter = dead(THEN, "once");
        assertThat(deadLetters().redrive(letter.id())).isTrue();
        assertThat(deadLetters().redrive(letter.id())).isFalse();
        assertThat(deadLetters().redrive(UUID.randomUUID())).isFalse();
        assertThat(claimed(THEN)).hasSize(1);
    }

    @Test
    default void aRedrivenLetterComesAfterWhatItsSubjectHasWaiting() {
        UUID subject = UUID.randomUUID();
        Event old = queued(Events.MADE, subject).getFirst();
        DeadLetter letter = dead(THEN, "once");
        Event later = queued(Events.MADE, subject).getFirst();

        deadLetters().redrive(letter.id());

        Delivery next = claimedOne(THEN);
        assertThat(next.event()).isEqualTo(later);
        deliveries().complete(next);
        assertThat(claimedOne(THEN).event()).isEqualTo(old);
    }

    @Test
    default void aRedrivenLetterOfTheFirstStageNeitherHoldsUpNorOpens() {
        List<Event> events = queued(Events.CHANGED, UUID.randomUUID());
        DeadLetter letter = dead(FIRST, "once");
        deadLetters().redrive(letter.id());

        Delivery then = claimedOne(THEN);
        assertThat(then.event()).isEqualTo(events.getFirst());
        assertThat(deliveries().complete(claimedOne(FIRST))).isTrue();
        assertThat(deliveries().complete(then)).isTrue();
    }

    @Test
    default void lettersAboutASubjectAreFoundAndForgottenAndThoseOfOthersStay() {
        UUID subject = UUID.randomUUID();
        queued(Events.MADE, subject);
        DeadLetter first = dead(THEN, "first");
        queued(Events.MADE, UUID.randomUUID());
        DeadLetter others = dead(THEN, "others");
        queued(Events.MADE, subject);
        DeadLetter second = dead(THEN, "second");

        assertThat(deadLetters().listOf(subject)).containsExactly(first, second);
        assertThat(deadLetters().forget(subject)).isEqualTo(2);
        assertThat(deadLetters().listOf(subject)).isEmpty();
        assertThat(deadLetters().forget(subject)).isZero();
        assertThat(deadLetters().list(null, 10)).containsExactly(others);
    }
}
