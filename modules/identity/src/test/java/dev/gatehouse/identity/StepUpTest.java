package dev.gatehouse.identity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.identity.StepUp.Result;
import dev.gatehouse.identity.StepUp.Shown;
import dev.gatehouse.identity.model.OneTimeCode;
import dev.gatehouse.identity.model.Password;
import dev.gatehouse.identity.model.Proof;
import dev.gatehouse.identity.model.RecoveryCode;
import dev.gatehouse.identity.model.Samples;
import dev.gatehouse.identity.model.SecondFactorCode;
import dev.gatehouse.identity.model.User;
import dev.gatehouse.identity.port.InParallel;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Showing once more, in a session that goes on, who one is. */
final class StepUpTest {

    private final InMemoryIdentity identity = new InMemoryIdentity();
    private final User user = identity.member();
    private final SignedIn signedIn = identity.signedIn(user);

    private void pass(Duration time) {
        identity.clock.set(identity.clock.instant().plus(time));
    }

    private Result stepUp(Shown shown) {
        return identity.stepUp.handle(new StepUp.Command(InMemoryIdentity.caller(signedIn), shown));
    }

    private Result withPassword(Password password) {
        return stepUp(new Shown.ThePassword(password));
    }

    private Result withCode(OneTimeCode code) {
        return stepUp(new Shown.TheSecondFactor(new SecondFactorCode.OfApp(code)));
    }

    private Proof steppedUp(Result result) {
        assertThat(result).isInstanceOf(Result.SteppedUp.class);
        SignedIn now = ((Result.SteppedUp) result).signedIn();
        assertThat(now.session().id()).isEqualTo(signedIn.session().id());
        assertThat(now.refreshToken()).isEqualTo(signedIn.refreshToken());
        return identity.claims(now).proof();
    }

    @Test
    void whoHasNoSecondFactorGivesTheirPassword() {
        pass(Duration.ofHours(1));
        Proof proof = steppedUp(withPassword(Samples.password()));
        assertThat(proof.references()).containsExactly("pwd");
        assertThat(proof.at()).isEqualTo(identity.clock.instant().truncatedTo(ChronoUnit.SECONDS));
        assertThat(withPassword(Password.of("wrong horse battery staple"))).isEqualTo(new Result.WrongPassword());
    }

    @Test
    void wrongPasswordsCountAsAtALogIn() {
        for (int i = 0; i < 5; i++) {
            withPassword(Password.of("wrong horse battery staple"));
        }
        assertThat(withPassword(Samples.password())).isInstanceOf(Result.Locked.class);
    }

    @Test
    void whoHasASecondFactorGivesThatAndNoPasswordInItsPlace() {
        List<RecoveryCode> list = identity.enabled(signedIn);
        pass(Duration.ofHours(1));
        assertThat(withPassword(Samples.password())).isEqualTo(new Result.SecondFactorNeeded());
        Proof proof = steppedUp(withCode(identity.appCode(user)));
        assertThat(proof.references()).containsExactly("pwd", "otp", "mfa");
        assertThat(proof.at()).isEqualTo(identity.clock.instant().truncatedTo(ChronoUnit.SECONDS));
        pass(Duration.ofHours(1));
        steppedUp(stepUp(new Shown.TheSecondFactor(new SecondFactorCode.OfList(list.getFirst()))));
    }

    @Test
    void whatWasShownStaysThroughARefresh() {
        identity.enabled(signedIn);
        pass(Duration.ofSeconds(90));
        Proof proof = steppedUp(withCode(identity.appCode(user)));
        pass(Duration.ofSeconds(10));
        var refreshed = (RefreshSession.Result.Refreshed) identity.refreshed(signedIn.refreshToken());
        assertThat(identity.claims(refreshed.signedIn()).proof()).isEqualTo(proof);
    }

    @Test
    void aCodeOfOneStepIsTakenOnceEvenFiftyTimesAtOnce() {
        identity.enabled(signedIn);
        pass(Duration.ofSeconds(30));
        OneTimeCode code = identity.appCode(user);
        var results = InParallel.run(50, number -> withCode(code));
        assertThat(results).filteredOn(Result.SteppedUp.class::isInstance).hasSize(1);
    }

    @Test
    void fiveWrongCodesAreLookedAt() {
        for (int i = 0; i < 5; i++) {
            assertThat(withCode(OneTimeCode.numbered(i))).isEqualTo(new Result.WrongCode());
        }
        assertThat(withCode(OneTimeCode.numbered(5))).isInstanceOf(Result.Locked.class);
    }

    @Test
    void aSessionThatIsOverStepsNowhere() {
        identity.loggedOut(signedIn);
        assertThat(withPassword(Samples.password())).isEqualTo(new Result.Gone());
        assertThat(new StepUp.Command(InMemoryIdentity.caller(signedIn), new Shown.ThePassword(Samples.password()))
                        .toString())
                .doesNotContain(Samples.password().value());
    }
}
