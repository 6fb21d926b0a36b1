package dev.gatehouse.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gatehouse.identity.Authenticate.Result;
import dev.gatehouse.identity.model.AccessClaims;
import dev.gatehouse.identity.model.Caller;
import dev.gatehouse.identity.model.EndReason;
import dev.gatehouse.identity.model.Role;
import dev.gatehouse.identity.model.Samples;
import dev.gatehouse.identity.model.SessionId;
import dev.gatehouse.identity.model.User;
import dev.gatehouse.identity.model.UserId;
import dev.gatehouse.identity.model.UserStatus;
import dev.gatehouse.identity.port.StoreUnavailable;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

final class AuthenticateTest {

    private final InMemoryIdentity identity = new InMemoryIdentity();
    private final User user = identity.member();
    private final SignedIn signedIn = identity.signedIn(user);
    private final List<UserId> told = new ArrayList<>();

    private Result authenticate(String token) {
        return identity.authenticate.handle(new Authenticate.Command(token, claims -> told.add(claims.user())));
    }

    private Result authenticate() {
        return authenticate(signedIn.accessToken().text());
    }

    private String token(UserId owner, SessionId session, long epoch, Role role) {
        return identity.tokens
                .issue(new AccessClaims(
                        UUID.randomUUID(), owner, session, epoch, role, Samples.NOW, Samples.NOW, Samples.FAR))
                .text();
    }

    private void assertRejected(String token) {
        assertThat(authenticate(token)).isInstanceOf(Result.Rejected.class);
    }

    @Test
    void whoeverHoldsATokenOfALiveSessionIsItsUser() {
        assertThat(authenticate())
                .isEqualTo(new Result.Authenticated(
                        new Caller(user.id(), signedIn.session().id(), Role.USER),
                        identity.claims(signedIn),
                        Samples.NOW.plus(Samples.POLICY.access()).truncatedTo(ChronoUnit.SECONDS)));
    }

    @Test
    void aTokenThatOutlivesItsSessionLetsNobodyInForLonger() {
        String token = token(user.id(), signedIn.session().id(), 0, Role.USER);
        assertThat(authenticate(token)).isInstanceOfSatisfying(Result.Authenticated.class, in -> assertThat(in.until())
                .isEqualTo(signedIn.session().refreshUntil()));
    }

    @Test
    void theRoleIsTheUsersOwnWhateverTheTokenSays() {
        String token = token(user.id(), signedIn.session().id(), 0, Role.ADMIN);
        assertThat(authenticate(token)).isInstanceOfSatisfying(Result.Authenticated.class, in -> assertThat(in.caller())
                .isEqualTo(new Caller(user.id(), signedIn.session().id(), Role.USER)));
    }

    @Test
    void aTokenThatIsNotAuthenticAsksNobody() {
        identity.truth.beforeLookUp(() -> {
            throw new AssertionError("asked");
        });
        identity.projection.failing(true);
        for (String text : List.of(
                "", "a.b.c", signedIn.refreshToken(), signedIn.accessToken().text() + "A")) {
            assertRejected(text);
        }
        assertThat(told).isEmpty();
    }

    @Test
    void anExpiredTokenIsRejected() {
        identity.clock.advance(Samples.POLICY.access().plusSeconds(61));
        assertRejected(signedIn.accessToken().text());
    }

    @Test
    void aTokenFromBeforeTheEpochMovedIsRejectedThoughItsSessionIsStillThoughtToLive() {
        assertThat(authenticate()).isInstanceOf(Result.Authenticated.class);
        assertRejected(token(user.id(), signedIn.session().id(), 1, Role.USER));
        identity.users.save(user.withNextEpoch(Samples.NOW));
        identity.projection.forget();
        assertRejected(signedIn.accessToken().text());
    }

    @Test
    void aTokenOfASessionThatEndedIsRejected() {
        identity.work.run(() -> identity.store.endAll(user.id(), null, EndReason.LOGOUT_ALL));
        assertRejected(signedIn.accessToken().text());
    }

    @Test
    void aTokenOfADisabledUserIsRejected() {
        identity.users.save(Samples.userWith(user, Role.USER, UserStatus.DISABLED));
        assertRejected(signedIn.accessToken().text());
    }

    @Test
    void aTokenOfASessionPastItsEndIsRejected() {
        String token = token(user.id(), signedIn.session().id(), 0, Role.USER);
        assertThat(authenticate(token)).isInstanceOf(Result.Authenticated.class);
        identity.clock.set(signedIn.session().refreshUntil());
        assertRejected(token);
    }

    @Test
    void anAuthenticTokenForAnotherUsersSessionIsRejectedAndHarmsNobody() {
        User other = identity.member();
        assertRejected(token(other.id(), signedIn.session().id(), 0, Role.USER));
        assertRejected(token(other.id(), Samples.sessionId(), 0, Role.USER));
        assertThat(authenticate()).isInstanceOf(Result.Authenticated.class);
    }

    @Test
    void withTheProjectionDownTheStoreDecides() {
        identity.projection.failing(true);
        assertThat(authenticate()).isInstanceOf(Result.Authenticated.class);
        identity.loggedOut(signedIn);
        assertRejected(signedIn.accessToken().text());
    }

    @Test
    void withTheStoreDownTheProjectionDecides() {
        authenticate();
        identity.truth.failing(true);
        assertThat(authenticate()).isInstanceOf(Result.Authenticated.class);
    }

    @Test
    void withNobodyToAskNobodyIsLetIn() {
        identity.truth.failing(true);
        assertThatThrownBy(this::authenticate).isInstanceOf(StoreUnavailable.class);
        identity.projection.failing(true);
        assertThatThrownBy(this::authenticate).isInstanceOf(StoreUnavailable.class);
    }

    @Test
    void whatWillBeNeededStartsBeforeTheSessionIsChecked() {
        identity.truth.beforeLookUp(() -> assertThat(told).containsExactly(user.id()));
        identity.clock.advance(Duration.ofSeconds(1));
        assertThat(authenticate()).isInstanceOf(Result.Authenticated.class);
        assertThat(told).containsExactly(user.id());
    }

    @Test
    void noTextShowsTheToken() {
        String token = signedIn.accessToken().text();
        assertThat(new Authenticate.Command(token, owner -> {}).toString()).doesNotContain(token);
    }
}
