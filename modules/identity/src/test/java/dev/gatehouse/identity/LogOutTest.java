package dev.gatehouse.identity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.identity.model.EndReason;
import dev.gatehouse.identity.model.RevokedToken;
import dev.gatehouse.identity.model.Session;
import dev.gatehouse.identity.model.User;
import dev.gatehouse.identity.port.InParallel;
import java.time.Duration;
import org.junit.jupiter.api.Test;

final class LogOutTest {

    private static final LogOut.Result DONE = new LogOut.Result.LoggedOut();

    private final InMemoryIdentity identity = new InMemoryIdentity();
    private final User user = identity.member();
    private final SignedIn signedIn = identity.signedIn(user);

    private LogOut.Result logOut() {
        return identity.loggedOut(signedIn);
    }

    @Test
    void bothTokensOfTheSessionAreDead() {
        assertThat(identity.letsIn(signedIn)).isTrue();
        assertThat(logOut()).isEqualTo(DONE);
        assertThat(identity.letsIn(signedIn)).isFalse();
        assertThat(identity.refreshed(signedIn.refreshToken())).isEqualTo(new RefreshSession.Result.InvalidToken());
    }

    @Test
    void theTokenItselfIsRevokedForAsLongAsAnybodyMightTakeIt() {
        var claims = identity.claims(signedIn);
        logOut();
        assertThat(identity.revoked.find(claims.id()))
                .contains(new RevokedToken(
                        user.id(), claims.id(), claims.expiresAt().plus(Duration.ofMinutes(1))));
    }

    @Test
    void theOtherSessionsLive() {
        SignedIn other = identity.signedIn(user);
        logOut();
        assertThat(identity.letsIn(other)).isTrue();
    }

    @Test
    void whoeverLoggedOutAlreadyIsLoggedOut() {
        assertThat(InParallel.run(20, number -> logOut())).containsOnly(DONE);
        assertThat(logOut()).isEqualTo(DONE);
        assertThat(identity.work
                        .run(() -> identity.store.lock(signedIn.session().id()))
                        .map(Session::ended))
                .contains(EndReason.LOGOUT);
    }

    @Test
    void itIsDurableWhileTheProjectionIsDown() {
        assertThat(identity.letsIn(signedIn)).isTrue();
        identity.projection.failing(true);
        assertThat(logOut()).isEqualTo(DONE);
        assertThat(identity.letsIn(signedIn)).isFalse();
    }
}
