package dev.gatehouse.ratelimit;

final class InMemoryLimitAlertsTest implements LimitAlertsContract {

    private final InMemoryLimitAlerts alerts = new InMemoryLimitAlerts();

    @Override
    public LimitAlerts alerts() {
        return alerts;
    }

    @Override
    public long told(String policy, Standing standing) {
        return alerts.raised().stream()
                .filter(new InMemoryLimitAlerts.Alert(policy, standing)::equals)
                .count();
    }
}
