package dev.gatehouse.identity.decorator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gatehouse.identity.model.EndedSession;
import dev.gatehouse.identity.model.LiveSession;
import dev.gatehouse.identity.model.RevokedToken;
import dev.gatehouse.identity.model.Role;
import dev.gatehouse.identity.model.RoleChange;
import dev.gatehouse.identity.model.Samples;
import dev.gatehouse.identity.model.SessionId;
import dev.gatehouse.identity.model.UserId;
import dev.gatehouse.identity.port.InMemorySessionProjection;
import dev.gatehouse.identity.port.MutableClock;
import dev.gatehouse.identity.port.SessionProjection;
import dev.gatehouse.identity.port.SessionProjection.Known;
import dev.gatehouse.identity.port.SessionProjectionContract;
import dev.gatehouse.identity.port.SessionProjectionUnavailable;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class RememberingSessionProjectionTest implements SessionProjectionContract {

    private static final Duration MEMORY = Duration.ofMinutes(6);

    private final MutableClock clock = new MutableClock(Samples.NOW);
    private final InMemorySessionProjection behind = new InMemorySessionProjection(clock);
    private final SessionProjection remembering = new RememberingSessionProjection(behind, clock, MEMORY);
    private final LiveSession session = Samples.live();

    @Override
    public SessionProjection projection() {
        return remembering;
    }

    private List<EndedSession> ended() {
        return List.of(new EndedSession(session.user(), session.id()));
    }

    private Optional<Known> found() {
        return remembering.find(session.user(), session.id(), Samples.TOKEN_ID);
    }

    @Test
    void anEndIsRememberedThoughTheOneBehindDidNotHearOfIt() {
        remembering.put(session);
        behind.failing(true);
        assertThatThrownBy(() -> remembering.end(ended())).isInstanceOf(SessionProjectionUnavailable.class);
        assertThat(found()).contains(new Known.Ended());
        behind.failing(false);
        assertThat(behind.find(session.user(), session.id(), Samples.TOKEN_ID)).contains(new Known.Live(session));
        assertThat(found()).contains(new Known.Ended());
    }

    @Test
    void anEndIsRememberedThoughTheOneBehindHasForgottenIt() {
        remembering.end(ended());
        behind.forget();
        assertThat(found()).contains(new Known.Ended());
        remembering.put(session);
        assertThat(behind.find(session.user(), session.id(), Samples.TOKEN_ID)).isEmpty();
    }

    @Test
    void anEndThatComesWhileTheAnswerIsOnItsWayCounts() {
        var slow = new SessionProjection() {
            private Runnable meanwhile = () -> {};

            @Override
            public Supplier<Optional<Known>> ask(UserId user, SessionId id, UUID tokenId) {
                Optional<Known> answer = behind.find(user, id, tokenId);
                return () -> {
                    meanwhile.run();
                    return answer;
                };
            }

            @Override
            public void put(LiveSession live) {
                behind.put(live);
            }

            @Override
            public void end(Collection<EndedSession> sessions) {}

            @Override
            public void revoke(Collection<RevokedToken> tokens) {}

            @Override
            public void change(Collection<RoleChange> roles) {}

            @Override
            public Map<SessionId, Instant> lastActive(UserId user) {
                return behind.lastActive(user);
            }

            @Override
            public boolean answers() {
                return true;
            }
        };
        var overSlow = new RememberingSessionProjection(slow, clock, MEMORY);
        overSlow.put(session);
        slow.meanwhile = () -> overSlow.end(ended());
        assertThat(overSlow.find(session.user(), session.id(), Samples.TOKEN_ID))
                .contains(new Known.Ended());
    }

    @Test
    void whatIsNotKnownToHaveEndedIsAskedOfTheOneBehind() {
        behind.failing(true);
        assertThatThrownBy(this::found).isInstanceOf(SessionProjectionUnavailable.class);
        assertThatThrownBy(() -> remembering.put(session)).isInstanceOf(SessionProjectionUnavailable.class);
    }

    @Test
    void anEndOfAnotherUsersSessionIsNoEndOfThisOne() {
        remembering.put(session);
        remembering.end(List.of(new EndedSession(Samples.userId(), session.id())));
        assertThat(found()).contains(new Known.Live(session));
    }

    private List<RoleChange> promoted(long version) {
        return List.of(new RoleChange(session.user(), Role.ADMIN, version));
    }

    @Test
    void aRoleIsRememberedThoughTheOneBehindDidNotHearOfItAndIsToldAgain() {
        remembering.put(session);
        behind.failing(true);
        assertThatThrownBy(() -> remembering.change(promoted(2))).isInstanceOf(SessionProjectionUnavailable.class);
        behind.failing(false);
        assertThat(found()).contains(new Known.Live(session.withRole(Role.ADMIN)));
        behind.put(session);
        remembering.change(promoted(2));
        assertThat(behind.find(session.user(), session.id(), Samples.TOKEN_ID))
                .contains(new Known.Live(session.withRole(Role.ADMIN)));
    }

    @Test
    void aPictureFromBeforeTheChangeIsPutRight() {
        remembering.change(promoted(2));
        behind.put(session);
        assertThat(found()).contains(new Known.Live(session.withRole(Role.ADMIN)));
        assertThat(behind.find(session.user(), session.id(), Samples.TOKEN_ID))
                .contains(new Known.Live(session.withRole(Role.ADMIN)));
    }

    @Test
    void theLaterRoleCountsWhicheverIsToldFirst() {
        remembering.put(session);
        remembering.change(List.of(new RoleChange(session.user(), Role.USER, 3)));
        remembering.change(promoted(2));
        assertThat(found()).contains(new Known.Live(session));
    }

    @Test
    void aRoleIsForgottenWhenNoPictureFromBeforeCanBeLeft() {
        remembering.change(promoted(2));
        clock.advance(MEMORY.plusMillis(1));
        remembering.change(List.of());
        behind.put(session);
        assertThat(found()).contains(new Known.Live(session));
    }

    @Test
    void anEndIsForgottenWhenNoTokenCanBeLeft() {
        remembering.end(ended());
        behind.forget();
        clock.advance(MEMORY);
        remembering.end(List.of());
        assertThat(found()).contains(new Known.Ended());
        clock.advance(Duration.ofMillis(1));
        remembering.end(List.of());
        assertThat(found()).isEmpty();
    }

    @Test
    void itsMemoryIsBoundedAndTheOneBehindKnowsTheRest() {
        var many = IntStream.rangeClosed(0, 200_000)
                .mapToObj(number -> new EndedSession(session.user(), new SessionId(new UUID(7, number))))
                .toList();
        remembering.end(many);
        assertThat(many).allMatch(end -> isEnded(remembering, end));
        behind.forget();
        assertThat(many.stream().filter(end -> isEnded(remembering, end)).count())
                .isEqualTo(200_000);
    }

    private static boolean isEnded(SessionProjection projection, EndedSession end) {
        return projection.find(end.user(), end.session(), Samples.TOKEN_ID).isPresent();
    }
}
