package dev.gatehouse.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.gatehouse.identity.model.AuthMethod;
import dev.gatehouse.identity.model.Challenge.Purpose;
import dev.gatehouse.identity.model.ChallengeId;
import dev.gatehouse.identity.model.CodeGrant;
import dev.gatehouse.identity.model.ContactHash;
import dev.gatehouse.identity.model.CookieJar;
import dev.gatehouse.identity.model.Destination;
import dev.gatehouse.identity.model.DeviceEvent;
import dev.gatehouse.identity.model.OneTimeCode;
import dev.gatehouse.identity.model.PhoneNumber;
import dev.gatehouse.identity.model.Role;
import dev.gatehouse.identity.model.Samples;
import dev.gatehouse.identity.model.User;
import dev.gatehouse.identity.model.UserId;
import dev.gatehouse.identity.model.UserStatus;
import dev.gatehouse.identity.port.ChallengeStoreUnavailable;
import dev.gatehouse.identity.port.InParallel;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Asking for a code, making it, and giving it back: the three use cases as one story. */
final class OneTimeCodesTest {

    private static final VerifyCode.Result WRONG = new VerifyCode.Result.WrongCode();
    private static final VerifyCode.Result EXPIRED = new VerifyCode.Result.Expired();
    private static final OneTimeCode NEVER_MADE = new OneTimeCode("999999");

    private final InMemoryIdentity identity = new InMemoryIdentity();
    private final User user = verified();
    private final Destination mailbox = new Destination.Mailbox(user.email());
    private final Destination telephone = new Destination.Telephone(number());

    private User verified() {
        User member = identity.member();
        return identity.users.save(member.withConfirmed(member.email(), identity.clock.instant())
                .withVerifiedPhone(identity.clock.instant()));
    }

    private PhoneNumber number() {
        PhoneNumber phone = user.phone();
        return phone == null ? PhoneNumber.of("+41790000000") : phone;
    }

    private RequestCode.Result request(Destination destination, Purpose purpose, @Nullable UserId requester) {
        return identity.requestCode.handle(new RequestCode.Command(destination, purpose, requester, null));
    }

    private ChallengeId requested(Destination destination, Purpose purpose, @Nullable UserId requester) {
        return ((RequestCode.Result.Requested) request(destination, purpose, requester)).challenge();
    }

    private MakeCode.Result make(ChallengeId id) {
        return identity.makeCode.handle(new MakeCode.Command(id));
    }

    private OneTimeCode made(ChallengeId id) {
        return ((MakeCode.Result.Made) make(id)).code();
    }

    private VerifyCode.Result verify(ChallengeId id, OneTimeCode code, @Nullable UserId answering) {
        return identity.verifyCode.handle(
                new VerifyCode.Command(id, code, answering, Samples.device(), CookieJar.NONE));
    }

    private VerifyCode.Result verify(ChallengeId id, OneTimeCode code) {
        return verify(id, code, null);
    }

    private User stored() {
        return identity.users.findById(user.id()).orElseThrow();
    }

    private CodeGrant opened(VerifyCode.Result result) {
        String grant = ((VerifyCode.Result.Granted) result).grant();
        return CodeGrant.open(grant, identity.key, identity.clock.instant()).orElseThrow();
    }

    @Test
    void whoReadsTheCodeAtAVerifiedAddressOrNumberIsSignedIn() {
        for (Destination destination : List.of(mailbox, telephone)) {
            ChallengeId id = requested(destination, Purpose.LOGIN, null);
            VerifyCode.Result result = verify(id, made(id));
            assertThat(result).isInstanceOf(VerifyCode.Result.LoggedIn.class);
            SignedIn signedIn = ((VerifyCode.Result.LoggedIn) result).signedIn();
            assertThat(signedIn.user()).isEqualTo(user);
            assertThat(identity.letsIn(signedIn)).isTrue();
            assertThat(signedIn.session().proof().methods()).containsExactly(AuthMethod.CODE);
        }
    }

    @Test
    void aLogInWithACodeFromANewDeviceIsToldToo() {
        identity.logIn.handle(new LogIn.Command(user.email(), Samples.password(), Samples.device()));
        ChallengeId id = requested(mailbox, Purpose.LOGIN, null);
        var elsewhere = new dev.gatehouse.identity.model.Device("laptop", null, "App/1.0", "192.0.2.1");
        identity.verifyCode.handle(new VerifyCode.Command(id, made(id), null, elsewhere, CookieJar.NONE));
        assertThat(identity.eventsOf(user))
                .filteredOn(event -> event.type().equals(DeviceEvent.OPENED_ON_NEW_DEVICE))
                .hasSize(1);
    }

    @Test
    void whoeverAsksToLogInAtAnAddressThatNobodyHasVerifiedIsAnsweredAlikeAndNothingIsSent() {
        User unverified = identity.member();
        for (var destination :
                List.of(new Destination.Mailbox(Samples.email()), new Destination.Mailbox(unverified.email()))) {
            RequestCode.Result result = request(destination, Purpose.LOGIN, null);
            assertThat(result).isInstanceOfSatisfying(RequestCode.Result.Requested.class, requested -> {
                assertThat(requested.expiresIn()).isEqualTo(Duration.ofMinutes(5));
                assertThat(requested.resendIn()).isEqualTo(Duration.ofMinutes(1));
            });
            ChallengeId id = ((RequestCode.Result.Requested) result).challenge();
            assertThat(make(id)).isEqualTo(new MakeCode.Result.NobodyWaits());
            assertThat(verify(id, NEVER_MADE)).isEqualTo(WRONG);
        }
    }

    @Test
    void whoWasDisabledOrChangedTheAddressMeanwhileIsNotSignedIn() {
        ChallengeId id = requested(mailbox, Purpose.LOGIN, null);
        OneTimeCode code = made(id);
        identity.users.save(Samples.userWith(stored(), Role.USER, UserStatus.DISABLED));
        assertThat(verify(id, code)).isEqualTo(EXPIRED);
    }

    @Test
    void ofFiftyRightCodesAtOnceOneSignsIn() {
        ChallengeId id = requested(mailbox, Purpose.LOGIN, null);
        OneTimeCode code = made(id);
        List<VerifyCode.Result> results = InParallel.run(50, number -> verify(id, code));
        assertThat(results)
                .filteredOn(VerifyCode.Result.LoggedIn.class::isInstance)
                .hasSize(1);
        assertThat(results).filteredOn(EXPIRED::equals).hasSize(49);
    }

    @Test
    void ofAHundredGuessesAtOnceFiveAreLookedAtAndTheRightCodeIsRefusedAfterwards() {
        ChallengeId id = requested(mailbox, Purpose.LOGIN, null);
        OneTimeCode code = made(id);
        List<VerifyCode.Result> results = InParallel.run(100, number -> verify(id, NEVER_MADE));
        assertThat(results).filteredOn(WRONG::equals).hasSize(5);
        assertThat(results).filteredOn(EXPIRED::equals).hasSize(95);
        assertThat(verify(id, code)).isEqualTo(EXPIRED);
    }

    @Test
    void aUserWhoReadsTheCodeAtTheirOwnAddressHasVerifiedIt() {
        User fresh = identity.member();
        var own = new Destination.Mailbox(fresh.email());
        ChallengeId id = requested(own, Purpose.VERIFY, fresh.id());
        OneTimeCode code = made(id);
        assertThat(verify(id, code)).isEqualTo(EXPIRED);
        assertThat(verify(id, code, user.id())).isEqualTo(EXPIRED);

        CodeGrant grant = opened(verify(id, code, fresh.id()));

        assertThat(grant.verifies(own, fresh.id(), new ContactHash(identity.key)))
                .isTrue();
        assertThat(identity.users.findById(fresh.id()).orElseThrow())
                .matches(User::emailVerified)
                .matches(found -> !found.phoneVerified());
    }

    @Test
    void aUserWhoReadsTheCodeAtTheirOwnNumberHasVerifiedIt() {
        User fresh = identity.member();
        var own = new Destination.Telephone(number());
        ChallengeId id = requested(own, Purpose.VERIFY, fresh.id());
        verify(id, made(id), fresh.id());
        assertThat(identity.users.findById(fresh.id()).orElseThrow())
                .matches(User::phoneVerified)
                .matches(found -> !found.emailVerified());
    }

    @Test
    void aGrantForSomebodyElsesAddressChangesNobody() {
        User fresh = identity.member();
        var foreign = new Destination.Mailbox(Samples.email());
        ChallengeId id = requested(foreign, Purpose.VERIFY, fresh.id());
        CodeGrant grant = opened(verify(id, made(id), fresh.id()));
        var contacts = new ContactHash(identity.key);
        assertThat(grant.verifies(foreign, fresh.id(), contacts)).isTrue();
        assertThat(grant.verifies(foreign, user.id(), contacts)).isFalse();
        assertThat(grant.verifies(foreign, null, contacts)).isFalse();
        assertThat(grant.verifies(mailbox, fresh.id(), contacts)).isFalse();
        assertThat(identity.users.findById(fresh.id())).contains(fresh);
    }

    @Test
    void nobodyInParticularMayVerifyAnAddressAndGetsAGrantAlone() {
        User fresh = identity.member();
        var own = new Destination.Mailbox(fresh.email());
        ChallengeId id = requested(own, Purpose.VERIFY, null);
        assertThat(opened(verify(id, made(id))).requester()).isNull();
        assertThat(identity.users.findById(fresh.id())).contains(fresh);
    }

    @Test
    void withinAMinuteThereIsNoOtherCodeAndThenTheOldOneIsNone() {
        ChallengeId first = requested(mailbox, Purpose.LOGIN, null);
        OneTimeCode code = made(first);
        assertThat(request(mailbox, Purpose.VERIFY, user.id()))
                .isEqualTo(new RequestCode.Result.TooSoon(Duration.ofMinutes(1)));
        identity.clock.advance(Duration.ofMinutes(1));
        ChallengeId second = requested(mailbox, Purpose.LOGIN, null);
        assertThat(verify(first, code)).isEqualTo(EXPIRED);
        assertThat(verify(second, made(second))).isInstanceOf(VerifyCode.Result.LoggedIn.class);
    }

    @Test
    void aCodeThatIsMadeAgainTakesThePlaceOfTheFirst() {
        ChallengeId id = requested(mailbox, Purpose.LOGIN, null);
        OneTimeCode first = made(id);
        OneTimeCode second = made(id);
        assertThat(verify(id, first)).isEqualTo(WRONG);
        assertThat(verify(id, second)).isInstanceOf(VerifyCode.Result.LoggedIn.class);
    }

    @Test
    void aCodeEndsAfterFiveMinutesAndIsNotMadeAfterwards() {
        ChallengeId id = requested(mailbox, Purpose.LOGIN, null);
        OneTimeCode code = made(id);
        identity.clock.advance(Duration.ofMinutes(5));
        assertThat(verify(id, code)).isEqualTo(EXPIRED);
        assertThat(make(id)).isEqualTo(new MakeCode.Result.NobodyWaits());
    }

    @Test
    void aNumberOfACountryWithoutServiceIsNotServedWhoseverItIs() {
        assertThat(request(new Destination.Telephone(PhoneNumber.of("+12025550123")), Purpose.LOGIN, null))
                .isEqualTo(new RequestCode.Result.NotServed());
        assertThat(request(telephone, Purpose.LOGIN, null)).isInstanceOf(RequestCode.Result.Requested.class);
    }

    @Test
    void aDayHasItsSmsAndThenNoneIsMade() {
        for (int i = 0; i < 3; i++) {
            made(requested(new Destination.Telephone(PhoneNumber.of("+4179000000" + i)), Purpose.VERIFY, null));
        }
        ChallengeId id = requested(telephone, Purpose.LOGIN, null);
        assertThat(make(id)).isEqualTo(new MakeCode.Result.QuotaUsedUp());
        assertThat(make(requested(mailbox, Purpose.LOGIN, null))).isInstanceOf(MakeCode.Result.Made.class);
        identity.clock.advance(Duration.ofDays(1));
        assertThat(make(requested(telephone, Purpose.LOGIN, null))).isInstanceOf(MakeCode.Result.Made.class);
    }

    @Test
    void withoutTheStoreNobodyIsLetInAndNoCodeIsMadeYet() {
        ChallengeId id = requested(mailbox, Purpose.LOGIN, null);
        OneTimeCode code = made(id);
        identity.challenges.failing(true);
        assertThatExceptionOfType(ChallengeStoreUnavailable.class).isThrownBy(() -> verify(id, code));
        assertThatExceptionOfType(ChallengeStoreUnavailable.class)
                .isThrownBy(() -> request(telephone, Purpose.LOGIN, null));
        assertThat(make(id)).isInstanceOf(MakeCode.Result.NotYet.class);
    }

    @Test
    void aChallengeThatNeverWasIsOver() {
        var id = new ChallengeId(mailbox.hash(new ContactHash(identity.key)), "x".repeat(22));
        assertThat(verify(id, NEVER_MADE)).isEqualTo(EXPIRED);
        assertThat(make(id)).isEqualTo(new MakeCode.Result.NobodyWaits());
    }

    @Test
    void noTextShowsACodeAGrantOrWhereItGoes() {
        ChallengeId id = requested(mailbox, Purpose.VERIFY, null);
        MakeCode.Result made = make(id);
        OneTimeCode code = ((MakeCode.Result.Made) made).code();
        var command = new VerifyCode.Command(id, code, null, Samples.device(), CookieJar.NONE);
        VerifyCode.Result granted = identity.verifyCode.handle(command);
        assertThat(made + " " + command + granted + telephone + mailbox)
                .doesNotContain(code.digits(), ((VerifyCode.Result.Granted) granted).grant(), "@", number().value());
    }

    @Test
    void aGrantIsGoodForTenMinutesAndInItsOneSpelling() {
        ChallengeId id = requested(mailbox, Purpose.VERIFY, null);
        String grant = ((VerifyCode.Result.Granted) verify(id, made(id))).grant();
        var later = identity.clock.instant().plus(CodeGrant.LIFE).plusSeconds(1);
        assertThat(CodeGrant.open(grant, identity.key, later)).isEmpty();
        String other = grant.replace(".-.", "." + UUID.randomUUID() + ".");
        for (String text :
                List.of("", other, grant + "=", grant.replace("verify", "login"), "v2" + grant.substring(2))) {
            assertThat(CodeGrant.open(text, identity.key, identity.clock.instant()))
                    .isEmpty();
        }
    }
}
