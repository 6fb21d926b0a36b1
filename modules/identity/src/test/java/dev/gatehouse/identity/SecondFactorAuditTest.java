package dev.gatehouse.identity;

import static dev.gatehouse.identity.InMemoryIdentity.caller;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.audit.Action;
import dev.gatehouse.audit.Fact;
import dev.gatehouse.identity.model.AuthMethod;
import dev.gatehouse.identity.model.CookieJar;
import dev.gatehouse.identity.model.OneTimeCode;
import dev.gatehouse.identity.model.RecoveryCode;
import dev.gatehouse.identity.model.Samples;
import dev.gatehouse.identity.model.SecondFactorCode;
import dev.gatehouse.identity.model.User;
import dev.gatehouse.identity.model.UserId;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What is done with second factors is in the audit log, and why it was refused, and no code is. */
final class SecondFactorAuditTest {

    private final InMemoryIdentity identity = new InMemoryIdentity();
    private final User user = identity.member();
    private final UUID id = user.id().value();
    private final SignedIn signedIn = identity.signedIn(user);
    private final List<RecoveryCode> list = identity.enabled(signedIn);

    private VerifySecondFactor.Result verify(String challenge, SecondFactorCode code) {
        return identity.verifySecondFactor.handle(
                new VerifySecondFactor.Command(challenge, code, false, Samples.device(), CookieJar.NONE));
    }

    private String challenge() {
        return identity.factors
                .demanded(user, AuthMethod.PASSWORD, null)
                .orElseThrow()
                .seal(identity.key);
    }

    private SecondFactorCode wrong() {
        return new SecondFactorCode.OfList(RecoveryCode.of("0000-0000-0000-ZZZZ"));
    }

    @Test
    void whoSwitchesItOnAndOffIsKept() {
        UserId admin = Samples.userId();
        identity.removedBy(admin, user.id());
        assertThat(identity.audit.of(Action.SECOND_FACTOR_ENABLE))
                .containsExactly(Fact.done(Action.SECOND_FACTOR_ENABLE).of(id));
        assertThat(identity.audit.of(Action.SECOND_FACTOR_DISABLE))
                .containsExactly(Fact.done(Action.SECOND_FACTOR_DISABLE)
                        .by(admin.value())
                        .on(id));
    }

    @Test
    void aLogInSaysThatItTookTwoFactorsAndACodeOfTheListThatItWasOne() {
        var in = (VerifySecondFactor.Result.LoggedIn) verify(challenge(), new SecondFactorCode.OfList(list.getFirst()));
        assertThat(identity.audit.of(Action.LOG_IN))
                .containsExactly(Fact.done(Action.LOG_IN)
                        .of(id)
                        .with("session", in.signedIn().session().id())
                        .with("method", "pwd otp mfa")
                        .with("device", Samples.device().id()));
        assertThat(identity.audit.of(Action.RECOVERY_CODE_USE))
                .containsExactly(Fact.done(Action.RECOVERY_CODE_USE).of(id).with("left", 9));
    }

    @Test
    void whyHalfALogInCameToNothingIsKept() {
        String challenge = challenge();
        for (int i = 0; i < 6; i++) {
            verify(challenge, wrong());
        }
        verify("v1.x", wrong());
        String old = challenge();
        identity.users.save(user.withNextEpoch(identity.clock.instant()));
        verify(old, wrong());
        assertThat(identity.audit.of(Action.SECOND_FACTOR_VERIFY))
                .extracting(fact -> fact.reason() + " " + (fact.subject() == null ? "nobody" : "user"))
                .containsExactly(
                        "wrong-code user",
                        "wrong-code user",
                        "wrong-code user",
                        "wrong-code user",
                        "wrong-code user",
                        "locked user",
                        "challenge-expired nobody",
                        "challenge-expired user");
        assertThat(identity.audit.of(Action.SECOND_FACTOR_VERIFY)).allMatch(fact -> fact.actor() == null);
    }

    @Test
    void aStepUpIsTheUsersOwnBeItRightOrWrong() {
        identity.clock.set(identity.clock.instant().plus(Duration.ofSeconds(30)));
        var right = new StepUp.Shown.TheSecondFactor(new SecondFactorCode.OfApp(identity.appCode(user)));
        identity.stepUp.handle(new StepUp.Command(caller(signedIn), right));
        identity.stepUp.handle(new StepUp.Command(caller(signedIn), right));
        assertThat(identity.audit.of(Action.STEP_UP))
                .containsExactly(
                        Fact.done(Action.STEP_UP)
                                .of(id)
                                .with("session", signedIn.session().id())
                                .with("method", "pwd otp mfa"),
                        Fact.denied(Action.STEP_UP, "wrong-code").of(id));
    }

    @Test
    void anotherListIsKeptAndAWrongConfirmationToo() {
        identity.replaceRecoveryCodes.handle(new ReplaceRecoveryCodes.Command(user.id()));
        assertThat(identity.audit.of(Action.RECOVERY_CODES_REPLACE))
                .containsExactly(Fact.done(Action.RECOVERY_CODES_REPLACE).of(id));
        User other = identity.member();
        SignedIn begun = identity.signedIn(other);
        identity.setUpTotp.handle(new SetUpTotp.Command(other.id()));
        int digits = Integer.parseInt(identity.appCode(other).digits());
        var wrong = OneTimeCode.numbered((digits + 1) % OneTimeCode.COUNT);
        identity.confirmTotp.handle(new ConfirmTotp.Command(caller(begun), wrong));
        assertThat(identity.audit.of(Action.SECOND_FACTOR_ENABLE))
                .contains(Fact.denied(Action.SECOND_FACTOR_ENABLE, "wrong-code")
                        .of(other.id().value()));
    }
}
