package dev.gatehouse.idempotency.port;

import dev.gatehouse.events.InMemoryUnitOfWork;
import dev.gatehouse.events.UnitOfWork;
import dev.gatehouse.idempotency.model.NamedRequest;
import dev.gatehouse.identity.model.Samples;
import dev.gatehouse.identity.port.MutableClock;
import java.time.Duration;

final class InMemoryAnswerStoreTest implements AnswerStoreContract {

    private final MutableClock clock = new MutableClock(Samples.NOW);
    private final InMemoryUnitOfWork work = new InMemoryUnitOfWork();
    private final InMemoryAnswerStore answers = new InMemoryAnswerStore(work, clock);

    @Override
    public AnswerStore answers() {
        return answers;
    }

    @Override
    public UnitOfWork work() {
        return work;
    }

    @Override
    public void pass(NamedRequest request, Duration time) {
        clock.advance(time);
    }
}
