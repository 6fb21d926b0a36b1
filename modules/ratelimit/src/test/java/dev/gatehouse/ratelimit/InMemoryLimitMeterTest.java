package dev.gatehouse.ratelimit;

final class InMemoryLimitMeterTest implements LimitMeterContract {

    private final InMemoryLimitMeter meter = new InMemoryLimitMeter();

    @Override
    public LimitMeter meter() {
        return meter;
    }

    @Override
    public long counted(String limit, LimitMeter.Event event) {
        return meter.counted(limit, event);
    }
}
