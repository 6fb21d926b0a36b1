package dev.gatehouse.identity;

import static dev.gatehouse.identity.InMemoryIdentity.caller;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.identity.EndSession.Result;
import dev.gatehouse.identity.model.EndReason;
import dev.gatehouse.identity.model.Samples;
import dev.gatehouse.identity.model.Session;
import dev.gatehouse.identity.model.SessionId;
import dev.gatehouse.identity.model.User;
import dev.gatehouse.identity.port.InParallel;
import org.junit.jupiter.api.Test;

final class EndSessionTest {

    private static final Result ENDED = new Result.Ended();
    private static final Result NOT_FOUND = new Result.NotFound();

    private final InMemoryIdentity identity = new InMemoryIdentity();
    private final User user = identity.member();
    private final SignedIn phone = identity.signedIn(user);
    private final SignedIn laptop = identity.signedIn(user);

    private Result end(SessionId session) {
        return identity.endSession.handle(new EndSession.Command(caller(laptop), session));
    }

    private Session stored(SignedIn signedIn) {
        return identity.work
                .run(() -> identity.store.lock(signedIn.session().id()))
                .orElseThrow();
    }

    @Test
    void theTokensOfThatSessionAreDeadAndNoOthers() {
        assertThat(identity.letsIn(phone)).isTrue();
        assertThat(end(phone.session().id())).isEqualTo(ENDED);
        assertThat(identity.letsIn(phone)).isFalse();
        assertThat(identity.refreshed(phone.refreshToken())).isEqualTo(new RefreshSession.Result.InvalidToken());
        assertThat(identity.letsIn(laptop)).isTrue();
        assertThat(stored(phone).ended()).isEqualTo(EndReason.DEVICE_ENDED);
    }

    @Test
    void theOneThatAsksMayEndItself() {
        assertThat(end(laptop.session().id())).isEqualTo(ENDED);
        assertThat(identity.letsIn(laptop)).isFalse();
    }

    @Test
    void aForeignSessionIsAsOneThatIsNotThereAndLivesOn() {
        SignedIn foreign = identity.signedIn(identity.member());
        assertThat(end(foreign.session().id())).isEqualTo(NOT_FOUND);
        assertThat(end(Samples.sessionId())).isEqualTo(NOT_FOUND);
        assertThat(identity.letsIn(foreign)).isTrue();
    }

    @Test
    void oneThatIsOverStaysSoForItsFirstReason() {
        identity.loggedOut(phone);
        assertThat(InParallel.run(20, number -> end(phone.session().id()))).containsOnly(ENDED);
        assertThat(stored(phone).ended()).isEqualTo(EndReason.LOGOUT);
    }

    @Test
    void itIsDurableWhileTheProjectionIsDown() {
        assertThat(identity.letsIn(phone)).isTrue();
        identity.projection.failing(true);
        assertThat(end(phone.session().id())).isEqualTo(ENDED);
        assertThat(identity.letsIn(phone)).isFalse();
    }
}
