package dev.gatehouse.identity.port;

import dev.gatehouse.identity.model.Samples;

final class InMemorySessionProjectionTest implements SessionProjectionContract {

    private final InMemorySessionProjection projection = new InMemorySessionProjection(new MutableClock(Samples.NOW));

    @Override
    public SessionProjection projection() {
        return projection;
    }
}
