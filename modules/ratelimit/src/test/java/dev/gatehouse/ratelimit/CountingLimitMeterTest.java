package dev.gatehouse.ratelimit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

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

    @Test
    void othersCountTheSame() {
        var other = new CountingLimitMeter();
        new CountingLimitMeter(other).count("login", LimitMeter.Event.BLOCKED);
        assertThat(other.counted("login", LimitMeter.Event.BLOCKED)).isEqualTo(1);
    }
}
