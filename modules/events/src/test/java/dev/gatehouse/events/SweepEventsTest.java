package dev.gatehouse.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import dev.gatehouse.events.EventHandler.Stage;
import dev.gatehouse.events.SweepEvents.Result;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

final class SweepEventsTest {

    private final MutableClock clock = new MutableClock(Instant.parse("2026-01-03T00:00:00Z"));
    private final InMemoryUnitOfWork work = new InMemoryUnitOfWork();
    private final InMemoryEventLog log = new InMemoryEventLog(work);
    private final InMemoryDeliveries deliveries = new InMemoryDeliveries(work, log, clock);
    private final InMemoryInbox inbox = new InMemoryInbox(work, clock);
    private final EventHandler kept = new RecordingHandler("kept", Stage.THEN, Events.MADE);
    private final EventHandler removed = new RecordingHandler("removed", Stage.FIRST, Events.MADE);
    private final SweepEvents sweepEvents = new SweepEvents(List.of(kept), deliveries, inbox);

    private Result swept() {
        return sweepEvents.handle(new SweepEvents.Command());
    }

    @Test
    void whatIsForAHandlerThatIsGoneHoldsUpOthersForADayAtMost() {
        log.append(Events.made());
        deliveries.distribute(List.of(kept, removed), 1);
        clock.advance(Duration.ofHours(23));
        assertThat(swept()).isEqualTo(new Result.Swept(0, 0));
        clock.advance(Duration.ofHours(1));

        assertThat(swept()).isEqualTo(new Result.Swept(1, 0));

        assertThat(deliveries.list(null, 10))
                .extracting(DeadLetter::handler, DeadLetter::reason)
                .containsExactly(tuple("removed", "there is no such handler"));
        assertThat(deliveries.claim("kept", 1, Duration.ofSeconds(1))).hasSize(1);
    }

    @Test
    void marksOfTheInboxAreKeptForThirtyDays() {
        inbox.claim("kept", UUID.randomUUID());
        clock.advance(Duration.ofDays(29));
        assertThat(swept()).isEqualTo(new Result.Swept(0, 0));
        clock.advance(Duration.ofDays(1));
        assertThat(swept()).isEqualTo(new Result.Swept(0, 1));
    }

    @Test
    void withoutTheStoreItIsForNextTime() {
        deliveries.failing(true);
        assertThat(swept()).isEqualTo(new Result.StoreDown());
    }
}
