package dev.gatehouse.ratelimit;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Alerts in a list. */
public final class InMemoryLimitAlerts implements LimitAlerts {

    /** One alert. */
    public record Alert(String policy, Standing standing) {}

    private final List<Alert> raised = new CopyOnWriteArrayList<>();

    @Override
    public void raise(String policy, Standing standing) {
        raised.add(new Alert(policy, standing));
    }

    public List<Alert> raised() {
        return raised;
    }
}
