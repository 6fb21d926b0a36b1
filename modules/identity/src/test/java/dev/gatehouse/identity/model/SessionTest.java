package dev.gatehouse.identity.model;

import static dev.gatehouse.identity.model.Samples.NOW;
import static dev.gatehouse.identity.model.Samples.POLICY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gatehouse.identity.model.Session.Presented;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

final class SessionTest {

    private static final String AGENT = Samples.device().userAgent();

    private final Session opened = Session.open(Samples.sessionId(), Samples.user(), Samples.device(), POLICY, NOW);

    private static Session rotated(Session session, Instant now) {
        Presented presented = session.present(session.counter(), AGENT, POLICY, now);
        assertThat(presented).isInstanceOf(Presented.Current.class);
        return ((Presented.Current) presented).next();
    }

    @Test
    void aNewSessionEndsByPolicy() {
        assertThat(opened.refreshUntil()).isEqualTo(NOW.plus(POLICY.refresh()));
        assertThat(opened.expiresAt()).isEqualTo(NOW.plus(POLICY.longest()));
        assertThat(opened.counter()).isZero();
        assertThat(opened.ended()).isNull();
    }

    @Test
    void rotatingMovesTheNumberAndTheRestAndNothingElse() {
        Instant later = NOW.plusSeconds(60);
        assertThat(rotated(opened, later))
                .isEqualTo(new Session(
                        opened.id(),
                        opened.user(),
                        0,
                        1,
                        opened.device(),
                        NOW,
                        later,
                        later.plus(POLICY.refresh()),
                        opened.expiresAt(),
                        null));
    }

    @Test
    void theRestNeverGoesBeyondTheEnd() {
        Session old = opened;
        for (int i = 0; i < 6; i++) {
            old = rotated(old, old.refreshUntil().minusSeconds(1));
        }
        assertThat(old.refreshUntil()).isEqualTo(old.expiresAt());
    }

    @Test
    void anOlderTokenThanTheOneBeforeIsReuseEvenInsideTheGrace() {
        Session second = rotated(rotated(opened, NOW), NOW);
        assertThat(second.present(0, AGENT, POLICY, NOW))
                .isEqualTo(new Presented.Reused(second.end(EndReason.REFRESH_REUSED)));
        assertThat(second.present(1, AGENT, POLICY, NOW)).isEqualTo(new Presented.Repeated(second));
    }

    @Test
    void theGraceEndsToTheNanosecond() {
        Session first = rotated(opened, NOW);
        Instant end = NOW.plus(POLICY.grace());
        assertThat(first.present(0, AGENT, POLICY, end)).isInstanceOf(Presented.Repeated.class);
        assertThat(first.present(0, AGENT, POLICY, end.plusNanos(1))).isInstanceOf(Presented.Reused.class);
    }

    @Test
    void withoutAGraceEveryRepetitionLaterThanTheRotationIsReuse() {
        var strict = new SessionPolicy(POLICY.access(), POLICY.refresh(), POLICY.longest(), Duration.ZERO, 10);
        Session first = rotated(opened, NOW);
        assertThat(first.present(0, AGENT, strict, NOW.plusNanos(1))).isInstanceOf(Presented.Reused.class);
    }

    @Test
    void whatIsOverIsDeadForEveryToken() {
        Session ended = rotated(opened, NOW).end(EndReason.LOGOUT);
        for (long number : new long[] {0, 1, 2, Long.MAX_VALUE}) {
            assertThat(ended.present(number, AGENT, POLICY, NOW)).isEqualTo(new Presented.Dead());
        }
    }

    @Test
    void itsFirstReasonToEndStays() {
        assertThat(opened.end(EndReason.LOGOUT).end(EndReason.REFRESH_REUSED).ended())
                .isEqualTo(EndReason.LOGOUT);
    }

    @Test
    void aPolicyThatMakesNoSenseIsRefused() {
        Duration day = Duration.ofDays(1);
        Duration minute = Duration.ofMinutes(1);
        assertThatThrownBy(() -> new SessionPolicy(Duration.ZERO, day, day, minute, 10))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new SessionPolicy(Duration.ofMinutes(61), day, day, minute, 10))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new SessionPolicy(minute, day, day.minusNanos(1), minute, 10))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new SessionPolicy(minute, day, day, minute.negated(), 10))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new SessionPolicy(minute, day, day, Duration.ofMinutes(6), 10))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new SessionPolicy(minute, day, day, minute, 0))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new SessionPolicy(minute, day, day, minute, 1_001))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
