package dev.gatehouse.identity.decorator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.events.InMemoryUnitOfWork;
import dev.gatehouse.events.UnitOfWork;
import dev.gatehouse.identity.model.RevokedToken;
import dev.gatehouse.identity.model.Samples;
import dev.gatehouse.identity.model.Session;
import dev.gatehouse.identity.model.User;
import dev.gatehouse.identity.port.IUserRepository;
import dev.gatehouse.identity.port.InMemorySessionProjection;
import dev.gatehouse.identity.port.InMemorySessionStore;
import dev.gatehouse.identity.port.InMemoryUserRepository;
import dev.gatehouse.identity.port.MutableClock;
import dev.gatehouse.identity.port.RevokedTokens;
import dev.gatehouse.identity.port.RevokedTokensContract;
import dev.gatehouse.identity.port.SessionProjection;
import dev.gatehouse.identity.port.SessionProjection.Known;
import dev.gatehouse.identity.port.SessionStore;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Tokens, sessions, projection and memory stacked as they are in the house. */
final class ProjectedRevokedTokensTest implements RevokedTokensContract {

    private final MutableClock clock = new MutableClock(Samples.NOW);
    private final InMemoryUnitOfWork work = new InMemoryUnitOfWork();
    private final InMemoryUserRepository users = new InMemoryUserRepository(work);
    private final InMemorySessionStore truth = new InMemorySessionStore(work, users, clock);
    private final InMemorySessionProjection shared = new InMemorySessionProjection(clock);
    private final SessionProjection projection = new RememberingSessionProjection(shared, clock, Duration.ofMinutes(6));
    private final RevokedTokens tokens = new ProjectedRevokedTokens(truth.revokedTokens(), projection, work);
    private final SessionStore sessions = new ProjectedSessionStore(truth, tokens, projection, work);

    private final User user = Samples.user();
    private final Session session = Samples.session(user);
    private final RevokedToken token = Samples.revoked(user.id());

    @Override
    public RevokedTokens tokens() {
        return tokens;
    }

    @Override
    public SessionStore sessions() {
        return sessions;
    }

    @Override
    public IUserRepository users() {
        return users;
    }

    @Override
    public UnitOfWork work() {
        return work;
    }

    private void oneSession() {
        users.insert(user);
        sessions.open(session, 10);
    }

    private boolean isRefused() {
        return sessions.findLive(user.id(), session.id(), token.id()).isEmpty();
    }

    @Test
    void theProjectionHearsOfItAfterTheCommit() {
        oneSession();
        work.run(() -> {
            tokens.revoke(token);
            assertThat(shared.find(user.id(), session.id(), token.id())).isEmpty();
            return token;
        });
        assertThat(shared.find(user.id(), session.id(), token.id())).contains(new Known.Revoked());
    }

    @Test
    void itIsRefusedWhileTheProjectionIsDownAndWhenItIsBack() {
        oneSession();
        shared.failing(true);
        tokens.revoke(token);
        assertThat(isRefused()).isTrue();
        shared.failing(false);
        assertThat(isRefused()).isTrue();
    }

    @Test
    void itIsRefusedThoughTheProjectionForgotItAndKnowsTheSession() {
        oneSession();
        tokens.revoke(token);
        shared.forget();
        assertThat(sessions.findLive(user.id(), session.id(), Samples.TOKEN_ID)).isPresent();
        assertThat(isRefused()).isTrue();
    }

    @Test
    void whereverItIsAskedOfTheStoreItsSessionStaysKnownToLive() {
        oneSession();
        truth.revokedTokens().revoke(token);
        assertThat(isRefused()).isTrue();
        assertThat(shared.find(user.id(), session.id(), token.id())).contains(new Known.Revoked());
        assertThat(sessions.findLive(user.id(), session.id(), Samples.TOKEN_ID)).isPresent();
    }
}
