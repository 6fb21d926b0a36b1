package dev.gatehouse.app.adapter.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.events.Event;
import dev.gatehouse.events.EventLog;
import dev.gatehouse.events.Eventually;
import dev.gatehouse.events.InMemoryEventLog;
import dev.gatehouse.events.InMemoryUnitOfWork;
import dev.gatehouse.events.UnitOfWorkUnavailable;
import dev.gatehouse.identity.port.SequentialIds;
import dev.gatehouse.ratelimit.LimitAlerts;
import dev.gatehouse.ratelimit.LimitAlertsContract;
import dev.gatehouse.ratelimit.Limits;
import dev.gatehouse.ratelimit.Standing;
import dev.gatehouse.ratelimit.Subject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

final class OutboxLimitAlertsTest implements LimitAlertsContract {

    private static final Clock CLOCK = Clock.fixed(Instant.EPOCH, ZoneOffset.UTC);

    private final InMemoryUnitOfWork work = new InMemoryUnitOfWork();
    private final InMemoryEventLog events = new InMemoryEventLog(work);
    private final LimitAlerts alerts = new OutboxLimitAlerts(events, work, new SequentialIds(CLOCK), CLOCK);

    @Override
    public LimitAlerts alerts() {
        return alerts;
    }

    @Override
    public long told(String policy, Standing standing) {
        UUID user = UUID.fromString(standing.subject().id());
        Eventually.holds("the event is there", () -> !events.of(user).isEmpty());
        return events.of(user).stream()
                .filter(event -> policy.equals(event.data().get("policy")))
                .count();
    }

    @Test
    void anEventSaysWhatHappenedAndNamesNoAddress() {
        var told = Collections.synchronizedList(new ArrayList<Event>());
        EventLog log = new EventLog() {
            @Override
            public void append(Event event) {
                told.add(event);
            }
        };
        var ofAddress = new Standing(new Subject(Subject.IP, "192.0.2.1"), 2, Duration.ofMinutes(2));
        new OutboxLimitAlerts(log, work, new SequentialIds(CLOCK), CLOCK).raise("login", ofAddress);
        Eventually.holds("the event is there", () -> !told.isEmpty());
        assertThat(told.getFirst().type()).isEqualTo(OutboxLimitAlerts.TYPE);
        assertThat(told.getFirst().data())
                .containsOnly(
                        Map.entry("policy", "login"),
                        Map.entry("kind", "ip"),
                        Map.entry("strikes", "2"),
                        Map.entry("seconds", "120"));
        assertThat(told.getFirst().toString()).doesNotContain("192.0.2.1");
    }

    @Test
    void anOutboxThatIsAwayIsNotTheCallersProblem() {
        List<Standing> tried = Collections.synchronizedList(new ArrayList<>());
        var standing = new Standing(Limits.subject(), 1, Duration.ofMinutes(1));
        EventLog away = new EventLog() {
            @Override
            public void append(Event event) {
                tried.add(standing);
                throw new UnitOfWorkUnavailable(new IllegalStateException("told to fail"));
            }
        };
        var failing = new OutboxLimitAlerts(away, work, new SequentialIds(CLOCK), CLOCK);
        for (int i = 1; i <= 20; i++) {
            int before = i;
            failing.raise("login", standing);
            Eventually.holds("it was tried", () -> tried.size() == before);
        }
    }
}
