package dev.gatehouse.app.journey;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.events.UnitOfWork;
import dev.gatehouse.identity.Authenticate;
import dev.gatehouse.identity.LogOutEverywhere;
import dev.gatehouse.identity.RefreshSession;
import dev.gatehouse.identity.SignedIn;
import dev.gatehouse.identity.model.Caller;
import dev.gatehouse.identity.model.EndReason;
import dev.gatehouse.identity.model.MasterKey;
import dev.gatehouse.identity.model.RefreshToken;
import dev.gatehouse.identity.model.Role;
import dev.gatehouse.identity.model.Samples;
import dev.gatehouse.identity.model.Session;
import dev.gatehouse.identity.model.User;
import dev.gatehouse.identity.model.UserId;
import dev.gatehouse.identity.model.UserStatus;
import dev.gatehouse.identity.port.IUserRepository;
import dev.gatehouse.identity.port.InParallel;
import dev.gatehouse.identity.port.SessionStore;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/**
 * Over Postgres and Redis: twenty refresh at once while something ends all that their user has, again and again; 25 times
 * unless {@code rounds} says how often.
 */
final class NoTokenSurvivesIT {

    private static final int ROUNDS = Integer.getInteger("rounds", 25);
    private static final int REFRESHERS = 20;

    private final Gatehouse gatehouse = Gatehouse.shared();
    private final UnitOfWork work = gatehouse.bean(UnitOfWork.class);
    private final IUserRepository users = gatehouse.bean(IUserRepository.class);
    private final SessionStore sessions = gatehouse.bean(SessionStore.class);
    private final Instant now = gatehouse.bean(Clock.class).instant();

    private Session opened() {
        return work.run(() -> {
            User user = Samples.user();
            users.insert(user);
            Session session = new Session(
                    Samples.sessionId(),
                    user.id(),
                    user.epoch(),
                    0,
                    Samples.device(),
                    now,
                    now,
                    Samples.FAR,
                    Samples.FAR,
                    null);
            sessions.open(session, 10);
            return session;
        });
    }

    private Optional<SignedIn> refreshed(String token) {
        var command = new RefreshSession.Command(token, Samples.device().userAgent());
        return gatehouse.bean(RefreshSession.class).handle(command)
                        instanceof RefreshSession.Result.Refreshed(SignedIn signedIn)
                ? Optional.of(signedIn)
                : Optional.empty();
    }

    private boolean lives(SignedIn signedIn) {
        var command = new Authenticate.Command(signedIn.accessToken().text(), claims -> {});
        return gatehouse.bean(Authenticate.class).handle(command) instanceof Authenticate.Result.Authenticated
                || refreshed(signedIn.refreshToken()).isPresent();
    }

    private void survivesNone(Consumer<Session> ending) {
        for (int round = 0; round < ROUNDS; round++) {
            Session session = opened();
            String token = new RefreshToken(session.id(), 0).seal(gatehouse.bean(MasterKey.class));
            List<Optional<SignedIn>> results = InParallel.run(REFRESHERS + 1, number -> {
                if (number == REFRESHERS / 2) {
                    ending.accept(session);
                    return Optional.empty();
                }
                return refreshed(token);
            });
            assertThat(results.stream().flatMap(Optional::stream))
                    .as("round %s", round)
                    .noneMatch(this::lives);
            assertThat(refreshed(token)).as("round %s", round).isEmpty();
        }
    }

    private void endAll(UserId user, UserStatus status) {
        work.run(() -> {
            User locked = users.lock(user).orElseThrow();
            sessions.endAll(user, null, EndReason.LOGOUT_ALL);
            return users.save(Samples.userWith(locked, Role.USER, status).withNextEpoch(now));
        });
    }

    @Test
    void aLogOutEverywhere() {
        survivesNone(session -> gatehouse
                .bean(LogOutEverywhere.class)
                .handle(new LogOutEverywhere.Command(new Caller(session.user(), session.id(), Role.USER), false)));
    }

    @Test
    void aChangeOfThePassword() {
        survivesNone(session -> endAll(session.user(), UserStatus.ACTIVE));
    }

    @Test
    void aUserWhoIsDisabled() {
        survivesNone(session -> endAll(session.user(), UserStatus.DISABLED));
    }
}
