package dev.gatehouse.caching;

import dev.gatehouse.caching.CacheMeter.Count;
import java.time.Duration;

final class InMemoryCacheMeterTest implements CacheMeterContract {

    private final InMemoryCacheMeter meter = new InMemoryCacheMeter();

    @Override
    public CacheMeter meter() {
        return meter;
    }

    @Override
    public long counted(Count what) {
        return meter.counted(what);
    }

    @Override
    public Duration loadedInAll() {
        return meter.loadedInAll();
    }
}
