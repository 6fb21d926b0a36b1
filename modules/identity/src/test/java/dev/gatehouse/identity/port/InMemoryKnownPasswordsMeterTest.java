package dev.gatehouse.identity.port;

import java.util.Collections;

final class InMemoryKnownPasswordsMeterTest implements KnownPasswordsMeterContract {

    private final InMemoryKnownPasswordsMeter meter = new InMemoryKnownPasswordsMeter();

    @Override
    public KnownPasswordsMeter meter() {
        return meter;
    }

    @Override
    public long counted(KnownPasswordsMeter.Count what) {
        return Collections.frequency(meter.counted(), what);
    }
}
