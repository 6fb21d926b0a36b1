package dev.gatehouse.identity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.events.Event;
import dev.gatehouse.identity.VerifySecondFactor.Result;
import dev.gatehouse.identity.model.AuthMethod;
import dev.gatehouse.identity.model.CookieJar;
import dev.gatehouse.identity.model.OneTimeCode;
import dev.gatehouse.identity.model.Password;
import dev.gatehouse.identity.model.RecoveryCode;
import dev.gatehouse.identity.model.Role;
import dev.gatehouse.identity.model.Samples;
import dev.gatehouse.identity.model.SecondFactorCode;
import dev.gatehouse.identity.model.SecondFactorEvent;
import dev.gatehouse.identity.model.SecondFactorEvent.By;
import dev.gatehouse.identity.model.Session;
import dev.gatehouse.identity.model.User;
import dev.gatehouse.identity.model.UserStatus;
import dev.gatehouse.identity.port.InParallel;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Logging in takes both factors. */
final class SecondFactorLogInTest {

    private final InMemoryIdentity identity = new InMemoryIdentity();
    private final User user = identity.member();
    private final SignedIn signedIn = identity.signedIn(user);
    private List<RecoveryCode> list = List.of();

    /** In a later step than the one whose code has switched it on. */
    @BeforeEach
    void enable() {
        list = identity.enabled(signedIn);
        pass(Duration.ofSeconds(30));
    }

    private void pass(Duration time) {
        identity.clock.set(identity.clock.instant().plus(time));
    }

    private LogIn.Result logIn(@Nullable String trust) {
        return identity.logIn.handle(
                new LogIn.Command(user.email(), Samples.password(), Samples.device(), CookieJar.NONE.trusted(trust)));
    }

    private String challenge() {
        var result = logIn(null);
        assertThat(result).isInstanceOf(LogIn.Result.SecondFactorNeeded.class);
        return ((LogIn.Result.SecondFactorNeeded) result).challenge();
    }

    /** As from a log-in beside others, of which no more than five a second are looked at. */
    private String another() {
        User now = identity.users.findById(user.id()).orElseThrow();
        return identity.factors
                .demanded(now, AuthMethod.PASSWORD, null)
                .orElseThrow()
                .seal(identity.key);
    }

    private Result verify(String challenge, SecondFactorCode code, boolean trust) {
        return identity.verifySecondFactor.handle(
                new VerifySecondFactor.Command(challenge, code, trust, Samples.device(), CookieJar.NONE));
    }

    private Result verify(String challenge, OneTimeCode code) {
        return verify(challenge, new SecondFactorCode.OfApp(code), false);
    }

    private Result verify(String challenge, RecoveryCode code) {
        return verify(challenge, new SecondFactorCode.OfList(code), false);
    }

    private OneTimeCode right() {
        return identity.appCode(user);
    }

    /** A code of no step near this one. */
    private OneTimeCode wrong() {
        for (int number = 0; ; number++) {
            var code = OneTimeCode.numbered(number);
            var factor = identity.factorStore.find(user.id()).orElseThrow();
            if (identity.factors.step(factor, code).isEmpty()) {
                return code;
            }
        }
    }

    private static Session opened(Result result) {
        assertThat(result).isInstanceOf(Result.LoggedIn.class);
        return ((Result.LoggedIn) result).signedIn().session();
    }

    @Test
    void thePasswordAloneOpensNothing() {
        assertThat(logIn(null)).isInstanceOfSatisfying(LogIn.Result.SecondFactorNeeded.class, needed -> {
            assertThat(needed.life()).isEqualTo(Duration.ofMinutes(5));
            assertThat(needed.toString()).doesNotContain(needed.challenge());
        });
        assertThat(identity.directory.listLive(user.id())).hasSize(1);
    }

    @Test
    void thePasswordAndACodeOpenASessionThatSaysSo() {
        Session session = opened(verify(challenge(), right()));
        assertThat(session.proof().references()).containsExactly("pwd", "otp", "mfa");
        assertThat(session.proof().at()).isEqualTo(identity.clock.instant());
    }

    @Test
    void aWrongPasswordLearnsNothingOfASecondFactor() {
        assertThat(identity.loggedIn(user, Password.of("wrong horse battery staple")))
                .isEqualTo(new LogIn.Result.InvalidCredentials());
    }

    @Test
    void aStepEarlyOrLateWillDoAndNoMore() {
        OneTimeCode now = right();
        String challenge = challenge();
        pass(Duration.ofSeconds(60));
        assertThat(verify(challenge, now)).isEqualTo(new Result.WrongCode());
        OneTimeCode late = right();
        pass(Duration.ofSeconds(30));
        opened(verify(challenge, late));
        pass(Duration.ofSeconds(60));
        OneTimeCode early = right();
        pass(Duration.ofSeconds(-30));
        opened(verify(challenge(), early));
    }

    @Test
    void aCodeThatWasTakenIsNoGoodAgainInTheSameStepNorOneBeforeIt() {
        OneTimeCode before = right();
        pass(Duration.ofSeconds(30));
        OneTimeCode code = right();
        opened(verify(challenge(), code));
        assertThat(verify(challenge(), code)).isEqualTo(new Result.WrongCode());
        assertThat(verify(challenge(), before)).isEqualTo(new Result.WrongCode());
        pass(Duration.ofSeconds(30));
        opened(verify(challenge(), right()));
    }

    @Test
    void theCodeThatSwitchedItOnLogsNobodyIn() {
        pass(Duration.ofSeconds(-30));
        assertThat(verify(challenge(), right())).isEqualTo(new Result.WrongCode());
    }

    @Test
    void ofFiftyRightCodesAtOnceOneSignsIn() {
        OneTimeCode code = right();
        var challenges = Stream.generate(this::another).limit(50).toList();
        var results = InParallel.run(50, number -> verify(challenges.get(number), code));
        assertThat(results).filteredOn(Result.LoggedIn.class::isInstance).hasSize(1);
    }

    @Test
    void aRecoveryCodeSignsInOnceAndItsOwnerIsTold() {
        opened(verify(challenge(), list.getFirst()));
        assertThat(verify(challenge(), list.getFirst())).isEqualTo(new Result.WrongCode());
        opened(verify(challenge(), list.get(1)));
        assertThat(identity.eventsOf(user, SecondFactorEvent.RECOVERY_CODE_USED).stream()
                        .map(Event::data))
                .containsExactly(Map.of("left", "9"), Map.of("left", "8"));
    }

    @Test
    void ofARecoveryCodeFiftyTimesAtOnceOneWins() {
        var challenges = Stream.generate(this::another).limit(50).toList();
        var results = InParallel.run(50, number -> verify(challenges.get(number), list.getFirst()));
        assertThat(results).filteredOn(Result.LoggedIn.class::isInstance).hasSize(1);
        assertThat(identity.factorStore.countCodes(user.id())).isEqualTo(9);
        assertThat(identity.eventsOf(user, SecondFactorEvent.RECOVERY_CODE_USED))
                .hasSize(1);
    }

    @Test
    void ofAHundredWrongCodesAtOnceFiveAreLookedAtAndTheRightOneIsRefusedAfterwards() {
        String challenge = challenge();
        OneTimeCode wrong = wrong();
        var results = InParallel.run(100, number -> verify(challenge, wrong));
        assertThat(results).filteredOn(new Result.WrongCode()::equals).hasSize(5);
        assertThat(results).filteredOn(new Result.Expired()::equals).hasSize(95);
        assertThat(verify(challenge, right())).isEqualTo(new Result.Expired());
        opened(verify(challenge(), right()));
    }

    @Test
    void twentyWrongCodesADayAreLookedAtWhateverTheNumberOfChallenges() {
        OneTimeCode wrong = wrong();
        for (int i = 0; i < 20; i++) {
            assertThat(verify(another(), wrong)).isEqualTo(new Result.WrongCode());
        }
        assertThat(verify(challenge(), right()))
                .isInstanceOfSatisfying(Result.Locked.class, locked -> assertThat(locked.retryAfter())
                        .isBetween(Duration.ofHours(23), Duration.ofHours(24)));
        pass(Duration.ofDays(1));
        opened(verify(challenge(), right()));
    }

    @Test
    void rightCodesAreNotCounted() {
        for (int i = 0; i < 25; i++) {
            opened(verify(challenge(), right()));
            pass(Duration.ofSeconds(30));
        }
    }

    @Test
    void aChallengeIsOverAfterFiveMinutes() {
        String challenge = challenge();
        pass(Duration.ofMinutes(5));
        assertThat(verify(challenge, right())).isEqualTo(new Result.Expired());
        assertThat(verify("v1.x", right())).isEqualTo(new Result.Expired());
    }

    @Test
    void aChallengeFromBeforeThePasswordWasChangedOrTheUserDisabledOpensNothing() {
        String challenge = challenge();
        identity.users.save(identity.users.findById(user.id()).orElseThrow().withNextEpoch(identity.clock.instant()));
        assertThat(verify(challenge, right())).isEqualTo(new Result.Expired());
        String another = challenge();
        identity.users.save(
                Samples.userWith(identity.users.findById(user.id()).orElseThrow(), Role.USER, UserStatus.DISABLED));
        assertThat(verify(another, right())).isEqualTo(new Result.Expired());
    }

    @Test
    void aDeviceThatIsTrustedNeedsThePasswordAloneForThirtyDays() {
        var result = (Result.LoggedIn) verify(challenge(), new SecondFactorCode.OfApp(right()), true);
        String trust = result.trust();
        assertThat(trust).isNotNull();
        assertThat(result.toString()).doesNotContain(trust);
        pass(Duration.ofDays(30).minusSeconds(2));
        assertThat(logIn(trust)).isInstanceOfSatisfying(LogIn.Result.LoggedIn.class, opened -> assertThat(
                        opened.signedIn().session().proof().references())
                .containsExactly("pwd"));
        pass(Duration.ofSeconds(2));
        assertThat(logIn(trust)).isInstanceOf(LogIn.Result.SecondFactorNeeded.class);
    }

    @Test
    void nobodyIsTrustedUnasked() {
        assertThat(((Result.LoggedIn) verify(challenge(), right())).trust()).isNull();
    }

    @Test
    void trustEndsWithTheSecondFactorAndWithAllSessionsAndIsNobodyElses() {
        String trust = ((Result.LoggedIn) verify(challenge(), new SecondFactorCode.OfApp(right()), true)).trust();
        User other = identity.member();
        identity.enabled(identity.signedIn(other));
        assertThat(identity.logIn.handle(new LogIn.Command(
                        other.email(), Samples.password(), Samples.device(), CookieJar.NONE.trusted(trust))))
                .isInstanceOf(LogIn.Result.SecondFactorNeeded.class);
        SignedIn again = ((LogIn.Result.LoggedIn) logIn(trust)).signedIn();
        identity.removeSecondFactor.handle(new RemoveSecondFactor.Command(user.id(), By.USER));
        identity.enabled(again);
        assertThat(logIn(trust)).isInstanceOf(LogIn.Result.SecondFactorNeeded.class);
        pass(Duration.ofSeconds(30));
        String anew = ((Result.LoggedIn) verify(challenge(), new SecondFactorCode.OfApp(right()), true)).trust();
        identity.logOutEverywhere.handle(new LogOutEverywhere.Command(InMemoryIdentity.caller(again), false));
        assertThat(logIn(anew)).isInstanceOf(LogIn.Result.SecondFactorNeeded.class);
    }

    @Test
    void aSecondFactorThatWasRemovedMeanwhileOpensNothing() {
        String challenge = challenge();
        OneTimeCode code = right();
        identity.removeSecondFactor.handle(new RemoveSecondFactor.Command(user.id(), By.ADMIN));
        assertThat(verify(challenge, code)).isEqualTo(new Result.WrongCode());
    }

    @Test
    void noTextShowsAChallengeOrACode() {
        var command = new VerifySecondFactor.Command(
                challenge(), new SecondFactorCode.OfApp(right()), true, Samples.device(), CookieJar.NONE);
        assertThat(command.toString()).doesNotContain("v1.", right().digits());
    }
}
