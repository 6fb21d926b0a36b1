package dev.gatehouse.identity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.identity.SpreadSessionEnds.Result;
import dev.gatehouse.identity.decorator.ProjectedSessionStore;
import dev.gatehouse.identity.decorator.RememberingSessionProjection;
import dev.gatehouse.identity.model.Role;
import dev.gatehouse.identity.model.Samples;
import dev.gatehouse.identity.model.User;
import dev.gatehouse.identity.port.InMemorySessionProjection;
import dev.gatehouse.identity.port.SessionProjection;
import dev.gatehouse.identity.port.SessionProjection.Known;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

final class SpreadSessionEndsTest {

    private static final Duration WHILE = Duration.ofMinutes(1);

    /** Where the session ends; this instance hears of it only through the store. */
    private final InMemoryIdentity elsewhere = new InMemoryIdentity();

    private final SignedIn signedIn = elsewhere.signedIn(elsewhere.member());

    private final InMemorySessionProjection behind = new InMemorySessionProjection(elsewhere.clock);
    private final SessionProjection here =
            new RememberingSessionProjection(behind, elsewhere.clock, Duration.ofMinutes(6));
    private final ProjectedSessionStore store =
            new ProjectedSessionStore(elsewhere.truth, elsewhere.truth.revokedTokens(), here, elsewhere.work);
    private final SpreadSessionEnds spreadSessionEnds =
            new SpreadSessionEnds(store, elsewhere.truth.revokedTokens(), elsewhere.rights, here);

    private boolean livesHere() {
        return letsInHere(Samples.TOKEN_ID);
    }

    private boolean letsInHere(UUID tokenId) {
        return store.findLive(signedIn.user().id(), signedIn.session().id(), tokenId)
                .isPresent();
    }

    private Result spread() {
        return spreadSessionEnds.handle(new SpreadSessionEnds.Command(WHILE));
    }

    private void endedElsewhere() {
        assertThat(livesHere()).isTrue();
        elsewhere.loggedOut(signedIn);
        assertThat(livesHere()).as("an old picture").isTrue();
    }

    @Test
    void aSessionThatEndedElsewhereIsOverHereAfterwards() {
        endedElsewhere();
        assertThat(spread()).isEqualTo(new Result.Spread(List.of(Samples.ended(signedIn.session()))));
        assertThat(livesHere()).isFalse();
    }

    @Test
    void withTheSharedProjectionDownThisInstanceKnowsAllTheSame() {
        endedElsewhere();
        behind.failing(true);
        assertThat(spread()).isEqualTo(new Result.ProjectionDown(List.of(Samples.ended(signedIn.session()))));
        behind.failing(false);
        assertThat(behind.find(signedIn.user().id(), signedIn.session().id(), Samples.TOKEN_ID))
                .isNotEqualTo(Optional.of(new Known.Ended()));
        assertThat(livesHere()).isFalse();
        assertThat(spread()).isEqualTo(new Result.Spread(List.of(Samples.ended(signedIn.session()))));
        assertThat(behind.find(signedIn.user().id(), signedIn.session().id(), Samples.TOKEN_ID))
                .contains(new Known.Ended());
    }

    @Test
    void itMayBeToldAnyNumberOfTimes() {
        endedElsewhere();
        assertThat(spread())
                .isEqualTo(spread())
                .isEqualTo(new Result.Spread(List.of(Samples.ended(signedIn.session()))));
        assertThat(livesHere()).isFalse();
    }

    @Test
    void aTokenThatWasRevokedElsewhereIsRefusedHereAfterwardsThoughItsSessionLives() {
        assertThat(livesHere()).isTrue();
        var token = Samples.revoked(signedIn.user().id());
        elsewhere.revoked.revoke(token);
        assertThat(letsInHere(token.id())).as("an old picture").isTrue();
        behind.failing(true);
        assertThat(spread()).isEqualTo(new Result.ProjectionDown(List.of()));
        behind.failing(false);
        assertThat(letsInHere(token.id())).isFalse();
        assertThat(livesHere()).isTrue();
        assertThat(spread()).isEqualTo(new Result.Spread(List.of()));
        assertThat(behind.find(signedIn.user().id(), signedIn.session().id(), token.id()))
                .contains(new Known.Revoked());
    }

    @Test
    void withTheSharedProjectionDownEndsAndRevocationsAreBothKnownHere() {
        endedElsewhere();
        SignedIn other = elsewhere.signedIn(signedIn.user());
        store.findLive(other.user().id(), other.session().id(), Samples.TOKEN_ID);
        var token = Samples.revoked(other.user().id());
        elsewhere.revoked.revoke(token);
        behind.failing(true);
        spread();
        behind.failing(false);
        assertThat(livesHere()).isFalse();
        assertThat(store.findLive(other.user().id(), other.session().id(), token.id()))
                .isEmpty();
    }

    private Role roleHere() {
        return store.findLive(signedIn.user().id(), signedIn.session().id(), Samples.TOKEN_ID)
                .orElseThrow()
                .role();
    }

    @Test
    void aRoleThatChangedElsewhereHoldsHereAfterwardsAndTheSessionLivesOn() {
        assertThat(roleHere()).isEqualTo(Role.USER);
        User user = signedIn.user();
        elsewhere.users.save(user.withRights(Role.ADMIN, user.status(), elsewhere.clock.instant()));
        assertThat(roleHere()).as("an old picture").isEqualTo(Role.USER);
        behind.failing(true);
        assertThat(spread()).isEqualTo(new Result.ProjectionDown(List.of()));
        behind.failing(false);
        assertThat(roleHere()).isEqualTo(Role.ADMIN);
        assertThat(spread()).isEqualTo(new Result.Spread(List.of()));
    }

    @Test
    void nothingEndedIsNothingSpreadWhateverTheProjectionDoes() {
        assertThat(spread()).isEqualTo(new Result.Spread(List.of()));
        behind.failing(true);
        assertThat(spread()).isEqualTo(new Result.Spread(List.of()));
    }

    @Test
    void whatEndedLongerAgoIsNotSpread() {
        endedElsewhere();
        elsewhere.clock.advance(WHILE);
        assertThat(spread()).isEqualTo(new Result.Spread(List.of()));
    }

    @Test
    void withTheStoreDownWhatIsKnownStaysKnown() {
        endedElsewhere();
        spread();
        elsewhere.truth.failing(true);
        assertThat(spread()).isEqualTo(new Result.StoreDown());
        assertThat(livesHere()).isFalse();
    }
}
