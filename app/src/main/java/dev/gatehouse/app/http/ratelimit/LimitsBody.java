package dev.gatehouse.app.http.ratelimit;

import dev.gatehouse.ratelimit.Limit;
import dev.gatehouse.ratelimit.ShowLimits;
import java.util.List;
import java.util.Map;

/** The policies that hold. */
record LimitsBody(List<Line> items) {

    /**
     * One policy.
     *
     * @param window seconds
     * @param counts what this instance has counted since it started, by event
     */
    record Line(String policy, String by, String mode, int limit, long window, Map<String, Long> counts) {

        private static Line of(ShowLimits.Line line) {
            Limit limit = line.limit();
            return new Line(
                    limit.name(),
                    line.by(),
                    line.mode(),
                    limit.quota(),
                    limit.window().toSeconds(),
                    line.counts());
        }
    }

    static LimitsBody of(List<ShowLimits.Line> lines) {
        return new LimitsBody(lines.stream().map(Line::of).toList());
    }
}
