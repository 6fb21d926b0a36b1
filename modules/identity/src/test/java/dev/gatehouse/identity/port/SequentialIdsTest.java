package dev.gatehouse.identity.port;

import dev.gatehouse.identity.model.Samples;
import java.time.Clock;

final class SequentialIdsTest implements IdGeneratorContract {

    private final MutableClock clock = new MutableClock(Samples.NOW);
    private final SequentialIds ids = new SequentialIds(clock);

    @Override
    public IdGenerator ids() {
        return ids;
    }

    @Override
    public Clock clock() {
        return clock;
    }
}
