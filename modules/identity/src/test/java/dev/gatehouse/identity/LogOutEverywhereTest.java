package dev.gatehouse.identity;

import static dev.gatehouse.identity.InMemoryIdentity.caller;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.identity.model.Samples;
import dev.gatehouse.identity.model.User;
import dev.gatehouse.identity.port.InParallel;
import java.util.List;
import org.junit.jupiter.api.Test;

final class LogOutEverywhereTest {

    private final InMemoryIdentity identity = new InMemoryIdentity();
    private final User user = identity.member();
    private final SignedIn current = identity.signedIn(user);
    private final SignedIn other = identity.signedIn(user);
    private final SignedIn stranger = identity.signedIn(identity.member());

    private LogOutEverywhere.Result logOutEverywhere(boolean keepCurrent) {
        return identity.logOutEverywhere.handle(new LogOutEverywhere.Command(caller(current), keepCurrent));
    }

    private static LogOutEverywhere.Result ended(int sessions) {
        return new LogOutEverywhere.Result.LoggedOut(sessions);
    }

    private boolean refreshes(SignedIn signedIn) {
        return identity.refreshed(signedIn.refreshToken()) instanceof RefreshSession.Result.Refreshed;
    }

    @Test
    void everyTokenOfTheUserIsDead() {
        assertThat(List.of(current, other)).allMatch(identity::letsIn);
        assertThat(logOutEverywhere(false)).isEqualTo(ended(2));
        assertThat(List.of(current, other)).noneMatch(identity::letsIn).noneMatch(this::refreshes);
    }

    @Test
    void theOneThatAsksMayStay() {
        assertThat(List.of(current, other)).allMatch(identity::letsIn);
        assertThat(logOutEverywhere(true)).isEqualTo(ended(1));
        assertThat(identity.letsIn(current)).isTrue();
        assertThat(refreshes(current)).isTrue();
        assertThat(identity.letsIn(other)).isFalse();
        assertThat(refreshes(other)).isFalse();
    }

    @Test
    void otherUsersStayWhereTheyAre() {
        logOutEverywhere(false);
        assertThat(identity.letsIn(stranger)).isTrue();
    }

    @Test
    void theUsersEpochMovesByOneUnlessASessionStays() {
        logOutEverywhere(true);
        assertThat(identity.users.findById(user.id())).contains(user);
        logOutEverywhere(false);
        assertThat(identity.users.findById(user.id()))
                .contains(user.withNextEpoch(Samples.NOW).withNextVersion());
    }

    @Test
    void aSessionOpenedAfterwardsLives() {
        logOutEverywhere(false);
        assertThat(identity.letsIn(identity.signedIn(user))).isTrue();
    }

    @Test
    void onlyTheFirstOfManyEndsAnything() {
        assertThat(InParallel.run(10, number -> logOutEverywhere(false)))
                .containsOnlyOnce(ended(2))
                .containsOnly(ended(2), ended(0));
    }

    @Test
    void noSessionThatIsRefreshedMeanwhileSurvives() {
        var results = InParallel.run(
                20,
                number -> number == 7
                        ? logOutEverywhere(false)
                        : identity.refreshed(number % 2 == 0 ? current.refreshToken() : other.refreshToken()));
        assertThat(results).contains(ended(2));
        assertThat(results)
                .filteredOn(RefreshSession.Result.Refreshed.class::isInstance)
                .extracting(result -> ((RefreshSession.Result.Refreshed) result).signedIn())
                .noneMatch(identity::letsIn)
                .noneMatch(this::refreshes);
    }

    @Test
    void itIsDurableWhileTheProjectionIsDown() {
        identity.projection.failing(true);
        assertThat(logOutEverywhere(false)).isEqualTo(ended(2));
        assertThat(List.of(current, other)).noneMatch(identity::letsIn);
    }
}
