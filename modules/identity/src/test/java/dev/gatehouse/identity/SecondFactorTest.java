package dev.gatehouse.identity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.events.Event;
import dev.gatehouse.identity.model.NewPassword;
import dev.gatehouse.identity.model.OneTimeCode;
import dev.gatehouse.identity.model.Password;
import dev.gatehouse.identity.model.RecoveryCode;
import dev.gatehouse.identity.model.Samples;
import dev.gatehouse.identity.model.SecondFactor;
import dev.gatehouse.identity.model.SecondFactorEvent;
import dev.gatehouse.identity.model.SecondFactorEvent.By;
import dev.gatehouse.identity.model.Session;
import dev.gatehouse.identity.model.User;
import dev.gatehouse.identity.port.InParallel;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A second factor is set up, switched on, looked at and taken away. */
final class SecondFactorTest {

    private final InMemoryIdentity identity = new InMemoryIdentity();
    private final User user = identity.member();
    private final SignedIn signedIn = identity.signedIn(user);

    private SetUpTotp.Result setUp() {
        return identity.setUpTotp.handle(new SetUpTotp.Command(user.id()));
    }

    private ConfirmTotp.Result confirm(OneTimeCode code) {
        return identity.confirmTotp.handle(new ConfirmTotp.Command(InMemoryIdentity.caller(signedIn), code));
    }

    private ReadSecondFactor.Result read() {
        return identity.readSecondFactor.handle(new ReadSecondFactor.Command(user.id()));
    }

    private RemoveSecondFactor.Result remove(By by) {
        return identity.removeSecondFactor.handle(new RemoveSecondFactor.Command(user.id(), by));
    }

    private OneTimeCode wrong() {
        int right = Integer.parseInt(identity.appCode(user).digits());
        return OneTimeCode.numbered((right + 1) % OneTimeCode.COUNT);
    }

    private Session session() {
        return identity.truth.find(signedIn.session().id()).orElseThrow();
    }

    @Test
    void anAppIsToldTheSecretByWordAndByPicture() {
        var begun = (SetUpTotp.Result.Begun) setUp();
        assertThat(begun.uri())
                .startsWith("otpauth://totp/Acme:")
                .contains("secret=" + begun.secret().base32());
        assertThat(new String(begun.qrCode(), StandardCharsets.US_ASCII)).contains(begun.uri());
        assertThat(begun.toString()).doesNotContain(begun.secret().base32());
    }

    @Test
    void whatIsSetUpIsNotOnBeforeItIsConfirmed() {
        setUp();
        assertThat(read()).isEqualTo(new ReadSecondFactor.Result.Off());
        assertThat(identity.loggedIn(user, Samples.password())).isInstanceOf(LogIn.Result.LoggedIn.class);
    }

    @Test
    void aCodeOfTheAppSwitchesItOnAndThereAreTenOthersForEmergencies() {
        setUp();
        var enabled = (ConfirmTotp.Result.Enabled) confirm(identity.appCode(user));
        assertThat(enabled.recoveryCodes()).hasSize(10).doesNotHaveDuplicates();
        assertThat(read()).isEqualTo(new ReadSecondFactor.Result.On(identity.clock.instant(), 10));
        assertThat(identity.eventsOf(user, SecondFactorEvent.ENABLED)).hasSize(1);
    }

    @Test
    void theSessionThatAsksHasShownBothAndTheOthersAreOver() {
        SignedIn other = identity.signedIn(user);
        identity.clock.set(identity.clock.instant().plusSeconds(60));
        identity.enabled(signedIn);
        assertThat(session().proof().references()).containsExactly("pwd", "otp", "mfa");
        assertThat(session().proof().at()).isEqualTo(identity.clock.instant());
        assertThat(identity.letsIn(signedIn)).isTrue();
        assertThat(identity.letsIn(other)).isFalse();
        assertThat(identity.refreshed(other.refreshToken())).isInstanceOf(RefreshSession.Result.InvalidToken.class);
    }

    @Test
    void aRefreshKeepsWhatWasShownAndWhen() {
        identity.enabled(signedIn);
        Session shown = session();
        identity.clock.set(identity.clock.instant().plusSeconds(60));
        var refreshed = (RefreshSession.Result.Refreshed) identity.refreshed(signedIn.refreshToken());
        assertThat(identity.claims(refreshed.signedIn()).proof().methods())
                .isEqualTo(shown.proof().methods());
        assertThat(identity.claims(refreshed.signedIn()).proof().at().getEpochSecond())
                .isEqualTo(shown.proof().at().getEpochSecond());
    }

    @Test
    void aWrongCodeSwitchesNothingOnAndFiveAreLookedAt() {
        setUp();
        for (int i = 0; i < 5; i++) {
            assertThat(confirm(wrong())).isEqualTo(new ConfirmTotp.Result.WrongCode());
        }
        assertThat(confirm(identity.appCode(user))).isInstanceOf(ConfirmTotp.Result.TooManyTries.class);
        assertThat(read()).isEqualTo(new ReadSecondFactor.Result.Off());
    }

    @Test
    void aSecretThatNobodyConfirmsIsOverAfterAQuarterOfAnHour() {
        setUp();
        identity.clock.set(identity.clock.instant().plus(SecondFactor.PATIENCE));
        assertThat(confirm(identity.appCode(user))).isEqualTo(new ConfirmTotp.Result.NotSetUp());
    }

    @Test
    void ofTwoSecretsTheLaterCounts() {
        setUp();
        OneTimeCode first = identity.appCode(user);
        setUp();
        assertThat(confirm(first)).isEqualTo(new ConfirmTotp.Result.WrongCode());
        assertThat(confirm(identity.appCode(user))).isInstanceOf(ConfirmTotp.Result.Enabled.class);
    }

    @Test
    void whatIsOnIsNeitherSetUpNorConfirmedAgain() {
        identity.enabled(signedIn);
        assertThat(setUp()).isEqualTo(new SetUpTotp.Result.AlreadyOn());
        identity.clock.set(identity.clock.instant().plusSeconds(30));
        assertThat(confirm(identity.appCode(user))).isEqualTo(new ConfirmTotp.Result.NotSetUp());
    }

    @Test
    void ofFiftyConfirmationsAtOnceOneGivesAList() {
        setUp();
        OneTimeCode code = identity.appCode(user);
        var results = InParallel.run(50, number -> confirm(code));
        assertThat(results)
                .filteredOn(ConfirmTotp.Result.Enabled.class::isInstance)
                .hasSize(1);
        assertThat(read())
                .isInstanceOfSatisfying(ReadSecondFactor.Result.On.class, on -> assertThat(on.recoveryCodesLeft())
                        .isEqualTo(10));
    }

    @Test
    void aSessionThatIsOverConfirmsNothing() {
        setUp();
        identity.loggedOut(signedIn);
        assertThat(confirm(identity.appCode(user))).isEqualTo(new ConfirmTotp.Result.Gone());
    }

    @Test
    void anotherListTakesThePlaceOfTheOneBefore() {
        var before = identity.enabled(signedIn);
        var replaced = (ReplaceRecoveryCodes.Result.Replaced)
                identity.replaceRecoveryCodes.handle(new ReplaceRecoveryCodes.Command(user.id()));
        assertThat(replaced.recoveryCodes()).hasSize(10).doesNotContainAnyElementsOf(before);
        RecoveryCode old = before.getFirst();
        assertThat(identity.factorStore.takeCode(user.id(), old.digest(user.id())))
                .isEmpty();
        assertThat(identity.eventsOf(user, SecondFactorEvent.RECOVERY_CODES_REPLACED))
                .hasSize(1);
    }

    @Test
    void withoutASecondFactorThereIsNoList() {
        setUp();
        assertThat(identity.replaceRecoveryCodes.handle(new ReplaceRecoveryCodes.Command(user.id())))
                .isEqualTo(new ReplaceRecoveryCodes.Result.NotOn());
    }

    @Test
    void whatIsRemovedIsGoneAndOneEventTellsOfItAndByWhom() {
        identity.enabled(signedIn);
        assertThat(remove(By.ADMIN)).isEqualTo(new RemoveSecondFactor.Result.Removed());
        assertThat(remove(By.USER)).isEqualTo(new RemoveSecondFactor.Result.Removed());
        assertThat(read()).isEqualTo(new ReadSecondFactor.Result.Off());
        assertThat(identity.eventsOf(user, SecondFactorEvent.DISABLED))
                .singleElement()
                .extracting(Event::data)
                .isEqualTo(Map.of("by", "admin"));
        assertThat(identity.loggedIn(user, Samples.password())).isInstanceOf(LogIn.Result.LoggedIn.class);
    }

    @Test
    void nobodyHasNoneToRemoveOrToSetUp() {
        var nobody = Samples.userId();
        assertThat(identity.removeSecondFactor.handle(new RemoveSecondFactor.Command(nobody, By.ADMIN)))
                .isEqualTo(new RemoveSecondFactor.Result.Gone());
        assertThat(identity.setUpTotp.handle(new SetUpTotp.Command(nobody))).isEqualTo(new SetUpTotp.Result.Gone());
    }

    @Test
    void changingThePasswordKeepsWhatWasShownBeforeAndMakesItNoNewer() {
        identity.enabled(signedIn);
        var before = session().proof();
        identity.clock.set(identity.clock.instant().plus(Duration.ofHours(1)));
        var changed = identity.changePassword.handle(new ChangePassword.Command(
                InMemoryIdentity.caller(signedIn),
                Samples.password(),
                new NewPassword(Password.of("another horse battery staple")),
                "Browser/1.0",
                "192.0.2.1"));
        assertThat(changed).isInstanceOfSatisfying(ChangePassword.Result.Changed.class, opened -> assertThat(
                        opened.signedIn().session().proof())
                .isEqualTo(before));
    }
}
