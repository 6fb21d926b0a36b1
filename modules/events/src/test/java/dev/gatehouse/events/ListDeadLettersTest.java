package dev.gatehouse.events;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.events.EventHandler.Stage;
import dev.gatehouse.events.ListDeadLetters.Command;
import dev.gatehouse.events.ListDeadLetters.Result;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Lists dead letters, and gives one another chance. */
final class ListDeadLettersTest {

    private final InMemoryUnitOfWork work = new InMemoryUnitOfWork();
    private final InMemoryEventLog log = new InMemoryEventLog(work);
    private final InMemoryDeliveries deliveries = new InMemoryDeliveries(work, log, Clock.systemUTC());
    private final ListDeadLetters listDeadLetters = new ListDeadLetters(deliveries);
    private final RedriveDeadLetter redriveDeadLetter = new RedriveDeadLetter(deliveries);

    private List<DeadLetter> dead(int number) {
        for (int i = 0; i < number; i++) {
            log.append(Events.made());
        }
        deliveries.distribute(List.of(new RecordingHandler("handler", Stage.THEN, Events.MADE)), number);
        deliveries
                .claim("handler", number, Duration.ofSeconds(1))
                .forEach(delivery -> deliveries.bury(delivery, "enough"));
        return deliveries.list(null, number);
    }

    @Test
    void pagesFollowEachOtherToTheEnd() {
        List<DeadLetter> all = dead(5);
        UUID second = all.get(1).id();
        UUID fourth = all.get(3).id();
        assertThat(listDeadLetters.handle(new Command(null, 2))).isEqualTo(new Result.Page(all.subList(0, 2), second));
        assertThat(listDeadLetters.handle(new Command(second, 2)))
                .isEqualTo(new Result.Page(all.subList(2, 4), fourth));
        assertThat(listDeadLetters.handle(new Command(fourth, 2))).isEqualTo(new Result.Page(all.subList(4, 5), null));
    }

    @Test
    void aPageThatIsJustFullIsTheLast() {
        List<DeadLetter> all = dead(2);
        assertThat(listDeadLetters.handle(new Command(null, 2))).isEqualTo(new Result.Page(all, null));
    }

    @Test
    void withoutLettersThePageIsEmpty() {
        assertThat(listDeadLetters.handle(new Command(null, 2))).isEqualTo(new Result.Page(List.of(), null));
    }

    @Test
    void aLetterIsRedrivenOnce() {
        var command = new RedriveDeadLetter.Command(dead(1).getFirst().id());
        assertThat(redriveDeadLetter.handle(command)).isEqualTo(new RedriveDeadLetter.Result.Redriven());
        assertThat(redriveDeadLetter.handle(command)).isEqualTo(new RedriveDeadLetter.Result.NotFound());
        assertThat(deliveries.claim("handler", 1, Duration.ofSeconds(1))).hasSize(1);
    }
}
