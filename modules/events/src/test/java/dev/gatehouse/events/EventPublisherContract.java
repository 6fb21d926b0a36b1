package dev.gatehouse.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What every publisher of events promises, with another side that the test can see, stop and start. */
public interface EventPublisherContract {

    EventPublisher publisher();

    /** The events of a subject that have arrived at the other side so far, in the order of their arrival. */
    List<Event> arrived(UUID subject);

    /** Takes the other side away, or brings it back. */
    void otherSideIsUp(boolean up);

    static Event event(UUID subject, Map<String, String> data) {
        return new Event(UUID.randomUUID(), "thing.made", subject, Instant.parse("2026-01-02T03:04:05.678901Z"), data);
    }

    @Test
    default void whatArrivesIsTheWholeEvent() {
        UUID subject = UUID.randomUUID();
        Event event = event(subject, Map.of("reason", "a \"quoted\"\nünï\uD83D\uDE00", "empty", ""));

        assertThat(publisher().publish(event)).isEqualTo(new Published.Taken());

        assertThat(arrived(subject)).containsExactly(event);
    }

    @Test
    default void theSameEventAgainArrivesAgainWithItsId() {
        UUID subject = UUID.randomUUID();
        Event event = event(subject, Map.of());

        publisher().publish(event);
        publisher().publish(event);

        assertThat(arrived(subject)).containsExactly(event, event);
    }

    @Test
    default void oneAfterTheOtherTheyArriveInThatOrder() {
        UUID subject = UUID.randomUUID();
        List<Event> events = IntStream.range(0, 20)
                .mapToObj(number -> event(subject, Map.of("number", Integer.toString(number))))
                .toList();

        events.forEach(publisher()::publish);

        assertThat(arrived(subject)).containsExactlyElementsOf(events);
    }

    @Test
    default void manyAtOnceArriveAll() {
        UUID subject = UUID.randomUUID();
        EventPublisher publisher = publisher();
        List<Event> events =
                Stream.generate(() -> event(subject, Map.of())).limit(50).toList();

        var published = events.stream()
                .map(event -> CompletableFuture.supplyAsync(() -> publisher.publish(event), task -> Thread.ofVirtual()
                        .start(task)))
                .toList();

        assertThat(published).allSatisfy(one -> assertThat(one.join()).isEqualTo(new Published.Taken()));
        assertThat(arrived(subject)).containsExactlyInAnyOrderElementsOf(events);
    }

    @Test
    default void theLargestEventArrives() {
        UUID subject = UUID.randomUUID();
        Event event = event(subject, Map.of("", "\u0001".repeat(16_384)));

        assertThat(publisher().publish(event)).isEqualTo(new Published.Taken());

        assertThat(arrived(subject)).containsExactly(event);
    }

    @Test
    default void withTheOtherSideAwayItSaysSoWithin5SecondsAndGoesOnWhenItIsBack() {
        UUID subject = UUID.randomUUID();
        Event event = event(subject, Map.of());
        EventPublisher publisher = publisher();
        publisher.publish(event);
        otherSideIsUp(false);

        long begin = System.nanoTime();
        assertThatExceptionOfType(EventPublisherUnavailable.class).isThrownBy(() -> publisher.publish(event));
        assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(6));

        otherSideIsUp(true);
        Event later = event(subject, Map.of());
        publishWithin(Duration.ofSeconds(10), publisher, later);
        assertThat(arrived(subject)).endsWith(later);
    }

    private static void publishWithin(Duration patience, EventPublisher publisher, Event event) {
        long deadline = System.nanoTime() + patience.toNanos();
        while (true) {
            try {
                assertThat(publisher.publish(event)).isEqualTo(new Published.Taken());
                return;
            } catch (EventPublisherUnavailable notYet) {
                assertThat(System.nanoTime()).as("it is back").isLessThan(deadline);
            }
        }
    }
}
