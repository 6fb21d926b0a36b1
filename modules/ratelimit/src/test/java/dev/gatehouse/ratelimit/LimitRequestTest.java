package dev.gatehouse.ratelimit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.gatehouse.ratelimit.LimitRequest.Command;
import dev.gatehouse.ratelimit.LimitRequest.Result;
import dev.gatehouse.ratelimit.Policy.By;
import dev.gatehouse.ratelimit.Policy.Scope;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class LimitRequestTest {

    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final Penalty PENALTY = new Penalty(MINUTE, MINUTE, MINUTE);
    private static final Endpoint READ = Endpoint.of("GET_/api/users/{id}");
    private static final Endpoint LOGIN = Endpoint.of("POST_/api/auth/login");
    private static final Endpoint ELSEWHERE = Endpoint.of("GET_/elsewhere");

    private final TestClock clock = new TestClock();
    private final FaultyRateLimiter behind = new FaultyRateLimiter(new LocalRateLimiter(clock, 100));
    private final RememberingRateLimiter limiter = new RememberingRateLimiter(behind, clock, MINUTE, 100);
    private final CountingLimitMeter meter = new CountingLimitMeter();
    private final InMemoryLimitAlerts alerts = new InMemoryLimitAlerts();
    private final PolicyBook book = new PolicyBook(new Policies(
            List.of(
                    policy(Limit.of("global", 4, MINUTE), By.ADDRESS, new Scope.Everywhere()),
                    policy(Limit.of("user-read", 2, MINUTE), By.USER, new Scope.Routes(Set.of(READ.route()))),
                    policy(
                            Limit.of("login", 1, MINUTE).with(PENALTY),
                            By.ADDRESS,
                            new Scope.Routes(Set.of(LOGIN.route())))),
            Map.of("ADMIN", 10)));
    private final LimitRequest limitRequest = new LimitRequest(book, limiter, alerts);
    private final RecallRefusal recallRefusal = new RecallRefusal(book, limiter, meter);

    private final Subject address = new Subject(Subject.IP, "192.0.2.1");
    private final Subject ada = Limits.subject();

    private static Policy policy(Limit limit, By by, Scope scope) {
        return new Policy(limit, by, scope, Map.of());
    }

    private Result ask(Endpoint endpoint) {
        return limitRequest.handle(new Command(address, ada, "USER", endpoint));
    }

    private Result.Refused refused(Endpoint endpoint) {
        return (Result.Refused) ask(endpoint);
    }

    @Test
    void aRequestCountsAgainstAllPoliciesThatHold() {
        var admitted = (Result.Admitted) ask(READ);
        assertThat(admitted.verdicts()).extracting(Verdict::remaining).containsExactly(3, 1);
        assertThat(behind.calls()).isEqualTo(1);
    }

    @Test
    void aRefusalNamesTheLimitsWithoutRoom() {
        ask(READ);
        ask(READ);
        assertThat(refused(READ).violated()).containsExactly("user-read");
        assertThat(refused(READ).retryAfter()).isEqualTo(MINUTE);
        assertThat(ask(ELSEWHERE)).isInstanceOf(Result.Admitted.class);
    }

    @Test
    void nobodyCountsByTheAddress() {
        for (int i = 0; i < 2; i++) {
            assertThat(limitRequest.handle(Command.ofGuest(address, READ))).isInstanceOf(Result.Admitted.class);
        }
        assertThat(limitRequest.handle(Command.ofGuest(address, READ))).isInstanceOf(Result.Refused.class);
        assertThat(ask(READ)).isInstanceOf(Result.Admitted.class);
    }

    @Test
    void aTierHasMore() {
        for (int i = 0; i < 4; i++) {
            assertThat(limitRequest.handle(new Command(address, ada, "ADMIN", READ)))
                    .isInstanceOf(Result.Admitted.class);
        }
    }

    @Test
    void withoutPoliciesNothingIsCountedButABlockHolds() {
        book.replace(Policies.NONE);
        assertThat(ask(READ)).isEqualTo(new Result.Admitted(List.of(), List.of()));
        for (Subject subject : List.of(ada, address)) {
            limiter.block(subject, MINUTE);
            assertThat(ask(READ)).isEqualTo(new Result.Blocked(new Standing(subject, 0, MINUTE)));
            limiter.pardon(subject);
        }
    }

    @Test
    void aStrikeIsAnAlertAndThenABlock() {
        ask(LOGIN);
        assertThat(refused(LOGIN).violated()).containsExactly("login");
        assertThat(alerts.raised())
                .containsExactly(new InMemoryLimitAlerts.Alert("login", new Standing(address, 1, MINUTE)));
        assertThat(ask(ELSEWHERE)).isEqualTo(new Result.Blocked(new Standing(address, 1, MINUTE)));
        assertThat(alerts.raised()).hasSize(1);
    }

    @Test
    void whoWasRefusedAMomentAgoIsRecalledWithoutACall() {
        var command = new RecallRefusal.Command(address, ELSEWHERE);
        for (int i = 0; i < 4; i++) {
            assertThat(recallRefusal.handle(command)).isEqualTo(new RecallRefusal.Result.Nothing());
            ask(ELSEWHERE);
        }
        ask(ELSEWHERE);
        int calls = behind.calls();
        assertThat(recallRefusal.handle(command)).isInstanceOf(RecallRefusal.Result.Recalled.class);
        assertThat(behind.calls()).isEqualTo(calls);
        assertThat(meter.counted("global", LimitMeter.Event.DENIED)).isEqualTo(1);
    }

    @Test
    void whoIsKnownToBeBlockedIsRecalledWithoutACall() {
        limiter.block(address, MINUTE);
        ask(READ);
        int calls = behind.calls();
        assertThat(recallRefusal.handle(new RecallRefusal.Command(address, ELSEWHERE)))
                .isEqualTo(new RecallRefusal.Result.Recalled(new Result.Blocked(new Standing(address, 0, MINUTE))));
        assertThat(behind.calls()).isEqualTo(calls);
        assertThat(meter.counted("global", LimitMeter.Event.BLOCKED)).isEqualTo(1);
    }

    @Test
    void whatWasTakenInTheNameOfAnotherIsGivenBack() {
        var admitted = (Result.Admitted) ask(READ);
        var refundRequest = new RefundRequest(limiter);
        assertThat(refundRequest.handle(new RefundRequest.Command(ada, admitted.receipts())))
                .isEqualTo(new RefundRequest.Result.Refunded());
        assertThat(((Result.Admitted) ask(READ)).verdicts())
                .extracting(Verdict::remaining)
                .containsExactly(2, 1);
        behind.failing(true);
        assertThat(refundRequest.handle(new RefundRequest.Command(ada, admitted.receipts())))
                .isEqualTo(new RefundRequest.Result.Lost());
    }

    @Test
    void anInspectionShowsAllAndTakesNothing() {
        ask(READ);
        limiter.block(ada, MINUTE);
        var inspect = new InspectSubject(book, limiter);
        var seen = (InspectSubject.Result.Seen) inspect.handle(new InspectSubject.Command(ada, "USER"));
        assertThat(seen.standing()).isEqualTo(new Standing(ada, 0, MINUTE));
        assertThat(seen.verdicts()).extracting(Verdict::remaining).containsExactly(1);
        var ofAddress = (InspectSubject.Result.Seen) inspect.handle(new InspectSubject.Command(address, "GUEST"));
        assertThat(ofAddress.verdicts())
                .extracting(verdict -> verdict.demand().key().endpoint() + " " + verdict.remaining())
                .containsExactly("global 3", READ.route() + " 2", LOGIN.route() + " 1");
        limiter.pardon(ada);
        assertThat(((Result.Admitted) ask(READ)).verdicts())
                .extracting(Verdict::remaining)
                .containsExactly(2, 0);
    }

    @Test
    void aLimiterThatIsAwayIsForTheCallerToAnswer() {
        behind.failing(true);
        assertThatExceptionOfType(RateLimiterUnavailable.class).isThrownBy(() -> ask(READ));
    }
}
