package dev.gatehouse.identity;

import static dev.gatehouse.identity.InMemoryIdentity.caller;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.identity.model.MailToken;
import dev.gatehouse.identity.model.Role;
import dev.gatehouse.identity.model.Samples;
import dev.gatehouse.identity.model.User;
import dev.gatehouse.identity.model.UserEvent;
import dev.gatehouse.identity.model.UserStatus;
import dev.gatehouse.identity.port.InParallel;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** A new account's address is confirmed by the link that was mailed there. */
final class ConfirmEmailTest {

    private static final ConfirmEmail.Result CONFIRMED = new ConfirmEmail.Result.Confirmed();
    private static final ConfirmEmail.Result INVALID = new ConfirmEmail.Result.InvalidToken();

    private final InMemoryIdentity identity = new InMemoryIdentity();
    private final User user = identity.member();
    private final SignedIn signedIn = identity.signedIn(user);

    private IssueEmailVerification.Result issue() {
        return identity.issueEmailVerification.handle(new IssueEmailVerification.Command(user.id()));
    }

    private MailToken mailed() {
        return ((IssueEmailVerification.Result.Issued) issue()).token();
    }

    private ConfirmEmail.Result confirm(MailToken token) {
        return identity.confirmEmail.handle(new ConfirmEmail.Command(token.text()));
    }

    private boolean isVerified() {
        return identity.users.findById(user.id()).orElseThrow().emailVerified();
    }

    private void resend() {
        identity.requestEmailVerification.handle(new RequestEmailVerification.Command(caller(signedIn)));
    }

    private int requests() {
        return identity.eventsOf(user, UserEvent.EMAIL_VERIFICATION_REQUESTED).size();
    }

    @Test
    void theTokenConfirmsTheAddressAndSessionsStay() {
        assertThat(isVerified()).isFalse();
        assertThat(confirm(mailed())).isEqualTo(CONFIRMED);
        assertThat(isVerified()).isTrue();
        assertThat(identity.letsIn(signedIn)).isTrue();
    }

    @Test
    void ofFiftyAtOnceOneConfirms() {
        MailToken token = mailed();
        assertThat(InParallel.run(50, number -> confirm(token)))
                .containsOnlyOnce(CONFIRMED)
                .filteredOn(INVALID::equals)
                .hasSize(49);
    }

    @Test
    void aTokenDiesAfterADayOrWithTheNext() {
        MailToken first = mailed();
        MailToken second = mailed();
        assertThat(confirm(first)).isEqualTo(INVALID);
        identity.clock.advance(Duration.ofHours(24));
        assertThat(confirm(second)).isEqualTo(INVALID);
        assertThat(isVerified()).isFalse();
    }

    @Test
    void aTokenOfAnAddressThatTheUserNoLongerHasIsNone() {
        MailToken token = mailed();
        identity.users.save(user.withConfirmed(Samples.email(), Samples.NOW));
        assertThat(confirm(token)).isEqualTo(INVALID);
    }

    @Test
    void whoMayNotLogInConfirmsNothing() {
        MailToken token = mailed();
        identity.users.save(Samples.userWith(user, Role.USER, UserStatus.DISABLED));
        assertThat(confirm(token)).isEqualTo(INVALID);
        assertThat(issue()).isEqualTo(new IssueEmailVerification.Result.Nobody());
    }

    @Test
    void anAddressThatIsConfirmedNeedsNoToken() {
        confirm(mailed());
        assertThat(issue()).isInstanceOf(IssueEmailVerification.Result.AlreadyVerified.class);
        resend();
        assertThat(requests()).isZero();
    }

    @Test
    void ofFiftyWhoWantItAgainAtOnceOneAsksForAMailAndTheLinkBeforeIsDead() {
        MailToken token = mailed();
        InParallel.run(50, number -> {
            resend();
            return true;
        });
        assertThat(requests()).isEqualTo(1);
        assertThat(confirm(token)).isEqualTo(INVALID);
    }
}
