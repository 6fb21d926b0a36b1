package dev.gatehouse.ratelimit;

import dev.gatehouse.ratelimit.LimitMeter.Event;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;

/** Shows the policies that hold, and what this instance has counted of each. */
public final class ShowLimits {

    public record Command() {}

    public sealed interface Result {
        record Shown(List<Line> lines) implements Result {}
    }

    /**
     * One policy. Words of ours are in kebab-case.
     *
     * @param counts by the names of {@link LimitMeter.Event}
     */
    public record Line(Limit limit, String by, String mode, Map<String, Long> counts) {}

    private final Supplier<Policies> policies;
    private final CountingLimitMeter meter;

    public ShowLimits(Supplier<Policies> policies, CountingLimitMeter meter) {
        this.policies = policies;
        this.meter = meter;
    }

    /** No round trip. */
    public Result handle(Command command) {
        return new Result.Shown(policies.get().all().stream()
                .map(policy -> new Line(
                        policy.limit(), word(policy.by()), word(policy.limit().mode()), counts(policy)))
                .toList());
    }

    private Map<String, Long> counts(Policy policy) {
        var counts = new TreeMap<String, Long>();
        for (Event event : Event.values()) {
            counts.put(word(event), meter.counted(policy.name(), event));
        }
        return counts;
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
