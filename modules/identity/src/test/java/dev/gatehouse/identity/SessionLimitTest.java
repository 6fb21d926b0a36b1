package dev.gatehouse.identity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.events.Event;
import dev.gatehouse.identity.model.Samples;
import dev.gatehouse.identity.model.SessionEvent;
import dev.gatehouse.identity.model.User;
import dev.gatehouse.identity.port.InParallel;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** How many sessions of a user may live, and what becomes of the oldest. */
final class SessionLimitTest {

    private static final int MOST = Samples.POLICY.most();

    private final InMemoryIdentity identity = new InMemoryIdentity();
    private final User user = identity.member();

    private SignedIn loggedIn() {
        // Of one account, strangers may try five passwords a second.
        identity.clock.advance(Duration.ofSeconds(1));
        var command = new LogIn.Command(user.email(), Samples.password(), Samples.device());
        return ((LogIn.Result.LoggedIn) identity.logIn.handle(command)).signedIn();
    }

    private List<Event> endings() {
        return identity.eventsOf(user).stream()
                .filter(event -> event.type().equals(SessionEvent.ENDED_BY_LIMIT))
                .toList();
    }

    @Test
    void theEleventhLogInEndsTheFirstAndItsOwnerIsTold() {
        SignedIn first = loggedIn();
        List<SignedIn> rest = Stream.generate(this::loggedIn).limit(MOST - 1L).toList();
        assertThat(identity.letsIn(first)).isTrue();
        assertThat(endings()).isEmpty();

        SignedIn eleventh = loggedIn();

        assertThat(identity.letsIn(first)).isFalse();
        assertThat(identity.refreshed(first.refreshToken())).isEqualTo(new RefreshSession.Result.InvalidToken());
        assertThat(rest).allMatch(identity::letsIn);
        assertThat(identity.letsIn(eleventh)).isTrue();
        assertThat(endings())
                .extracting(Event::data)
                .containsExactly(SessionEvent.data(first.session().id()));
    }

    @Test
    void fiftyParallelLogInsLeaveExactlyTenAlive() {
        List<SignedIn> all = InParallel.run(50, number -> identity.signedIn(user));
        assertThat(all).filteredOn(identity::letsIn).hasSize(MOST);
        assertThat(endings()).extracting(Event::data).hasSize(50 - MOST).doesNotHaveDuplicates();
    }
}
