package dev.gatehouse.identity;

import static dev.gatehouse.identity.InMemoryIdentity.caller;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.identity.model.EndReason;
import dev.gatehouse.identity.model.Role;
import dev.gatehouse.identity.model.Samples;
import dev.gatehouse.identity.model.UserId;
import dev.gatehouse.identity.model.UserStatus;
import dev.gatehouse.identity.port.InParallel;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A thousand rounds, in each of which twenty refresh at once while something ends all that their user has. */
final class NoTokenSurvivesTest {

    private static final int ROUNDS = 1_000;
    private static final int REFRESHERS = 20;

    @FunctionalInterface
    private interface Ending {
        void of(SignedIn signedIn, InMemoryIdentity identity);
    }

    private static void demand(Ending ending) {
        for (int round = 0; round < ROUNDS; round++) {
            var identity = new InMemoryIdentity();
            SignedIn first = identity.signedIn(identity.member());
            List<Optional<SignedIn>> refreshed = InParallel.run(REFRESHERS + 1, number -> {
                if (number == REFRESHERS / 2) {
                    ending.of(first, identity);
                    return Optional.empty();
                }
                return refreshed(first, identity);
            });
            assertThat(lives(first, identity)).as("round %s", round).isFalse();
            assertThat(refreshed.stream().flatMap(Optional::stream))
                    .as("round %s", round)
                    .noneMatch(signedIn -> lives(signedIn, identity));
        }
    }

    private static Optional<SignedIn> refreshed(SignedIn signedIn, InMemoryIdentity identity) {
        return identity.refreshed(signedIn.refreshToken()) instanceof RefreshSession.Result.Refreshed(SignedIn next)
                ? Optional.of(next)
                : Optional.empty();
    }

    /** What each request asks, without the signature, which says nothing of this. */
    private static boolean lives(SignedIn signedIn, InMemoryIdentity identity) {
        var session = signedIn.session();
        return identity.store
                        .findLive(session.user(), session.id(), Samples.TOKEN_ID)
                        .isPresent()
                || refreshed(signedIn, identity).isPresent();
    }

    /** What everybody does who takes all rights away: sessions and epoch together, under the user's lock. */
    private static void endAll(UserId user, UserStatus status, InMemoryIdentity identity) {
        identity.work.run(() -> {
            var now = identity.users.lock(user).orElseThrow();
            identity.store.endAll(user, null, EndReason.LOGOUT_ALL);
            return identity.users.save(Samples.userWith(now, Role.USER, status).withNextEpoch(Samples.NOW));
        });
    }

    @Test
    void aLogOutEverywhere() {
        demand((signedIn, identity) ->
                identity.logOutEverywhere.handle(new LogOutEverywhere.Command(caller(signedIn), false)));
    }

    @Test
    void aChangeOfThePassword() {
        demand((signedIn, identity) -> endAll(signedIn.user().id(), UserStatus.ACTIVE, identity));
    }

    @Test
    void aUserWhoIsDisabled() {
        demand((signedIn, identity) -> endAll(signedIn.user().id(), UserStatus.DISABLED, identity));
    }
}
