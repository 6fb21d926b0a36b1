package dev.gatehouse.privacy;

import dev.gatehouse.events.Event;
import dev.gatehouse.events.EventHandler.Stage;
import dev.gatehouse.events.InMemoryDeliveries;
import dev.gatehouse.events.InMemoryEventLog;
import dev.gatehouse.events.InMemoryUnitOfWork;
import dev.gatehouse.events.MutableClock;
import dev.gatehouse.events.RecordingHandler;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;

final class EventTracesTest implements PersonalDataContract {

    private static final RecordingHandler HANDLER = new RecordingHandler("mail", Stage.THEN, "user.registered");

    private final MutableClock clock = new MutableClock(ErasuresContract.NOW);
    private final InMemoryUnitOfWork work = new InMemoryUnitOfWork();
    private final InMemoryEventLog log = new InMemoryEventLog(work);
    private final InMemoryDeliveries deliveries = new InMemoryDeliveries(work, log, clock);

    @Override
    public PersonalData data() {
        return new EventTraces(deliveries);
    }

    @Override
    public UUID somebody() {
        UUID person = UUID.randomUUID();
        log.append(new Event(UUID.randomUUID(), "user.registered", person, clock.instant(), Map.of()));
        work.run(() -> deliveries.distribute(List.of(HANDLER), 10));
        deliveries.claim("mail", 10, Duration.ofSeconds(8)).forEach(delivery -> deliveries.bury(delivery, "in vain"));
        return person;
    }

    @Override
    public void down(boolean isDown) {
        deliveries.failing(isDown);
    }
}
