package dev.gatehouse.ratelimit;

final class CountingLimitMeterTest implements LimitMeterContract {

    private final CountingLimitMeter meter = new CountingLimitMeter();

    @Override
    public LimitMeter meter() {
        return meter;
    }

    @Override
    public long counted(String limit, LimitMeter.Event event) {
        return meter.counted(limit, event);
    }
}
