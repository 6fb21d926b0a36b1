package dev.gatehouse.identity;

import static dev.gatehouse.identity.InMemoryIdentity.caller;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gatehouse.identity.ListSessions.Listing;
import dev.gatehouse.identity.model.Samples;
import dev.gatehouse.identity.model.User;
import dev.gatehouse.identity.port.StoreUnavailable;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

final class ListSessionsTest {

    private final InMemoryIdentity identity = new InMemoryIdentity();
    private final User user = identity.member();
    private final SignedIn phone = identity.signedIn(user);

    private List<Listing> listed(SignedIn by) {
        var command = new ListSessions.Command(caller(by));
        return ((ListSessions.Result.Listed) identity.listSessions.handle(command)).sessions();
    }

    @Test
    void theCallersSessionsAreListedTheNewestFirstAndTheirOwnIsMarked() {
        identity.clock.advance(Duration.ofMinutes(1));
        SignedIn laptop = identity.signedIn(user);
        identity.signedIn(identity.member());

        assertThat(listed(phone))
                .containsExactly(
                        new Listing(laptop.session(), false, Samples.NOW.plusSeconds(60)),
                        new Listing(phone.session(), true, Samples.NOW));
    }

    @Test
    void whatIsOverIsNotListed() {
        SignedIn laptop = identity.signedIn(user);
        identity.loggedOut(phone);
        assertThat(listed(laptop)).extracting(Listing::session).containsExactly(laptop.session());
        identity.clock.advance(Samples.POLICY.refresh());
        assertThat(listed(laptop)).isEmpty();
    }

    @Test
    void activityIsThatOfTheLastRequest() {
        identity.clock.advance(Duration.ofMinutes(3));
        assertThat(identity.letsIn(phone)).isTrue();
        assertThat(listed(phone))
                .extracting(Listing::lastActive)
                .containsExactly(Samples.NOW.plus(Duration.ofMinutes(3)));
    }

    @Test
    void withTheProjectionDownOrEmptyActivityIsThatOfTheLastRefresh() {
        identity.clock.advance(Duration.ofMinutes(2));
        identity.refreshed(phone.refreshToken());
        identity.clock.advance(Duration.ofMinutes(1));
        assertThat(identity.letsIn(phone)).isTrue();
        var refreshed = Samples.NOW.plus(Duration.ofMinutes(2));

        identity.projection.failing(true);
        assertThat(listed(phone)).extracting(Listing::lastActive).containsExactly(refreshed);
        identity.projection.failing(false);
        identity.projection.forget();
        assertThat(listed(phone)).extracting(Listing::lastActive).containsExactly(refreshed);
    }

    @Test
    void aRefreshIsActivityThoughTheProjectionHasNotHeardOfIt() {
        assertThat(identity.letsIn(phone)).isTrue();
        identity.clock.advance(Duration.ofMinutes(4));
        identity.refreshed(phone.refreshToken());
        assertThat(listed(phone))
                .extracting(Listing::lastActive)
                .containsExactly(Samples.NOW.plus(Duration.ofMinutes(4)));
    }

    @Test
    void withTheStoreDownNothingIsMadeUp() {
        identity.truth.failing(true);
        assertThatThrownBy(() -> listed(phone)).isInstanceOf(StoreUnavailable.class);
    }
}
