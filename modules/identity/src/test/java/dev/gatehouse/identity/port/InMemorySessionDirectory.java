package dev.gatehouse.identity.port;

import dev.gatehouse.identity.model.RevokedToken;
import dev.gatehouse.identity.model.Session;
import dev.gatehouse.identity.model.SessionCounts;
import dev.gatehouse.identity.model.UserId;
import java.time.Duration;
import java.util.List;

/** The sessions of an in-memory store; it fails when that does. */
public final class InMemorySessionDirectory implements SessionDirectory {

    private static final int MOST = 200;
    private static final Duration EVER = Duration.ofDays(100_000);

    private final InMemorySessionStore store;

    public InMemorySessionDirectory(InMemorySessionStore store) {
        this.store = store;
    }

    @Override
    public List<Session> listLive(UserId user) {
        List<Session> live = store.listLive(user);
        return live.subList(0, Math.min(MOST, live.size()));
    }

    @Override
    public SessionCounts count() {
        List<RevokedToken> revoked = store.revokedTokens().listRevoked(EVER);
        return new SessionCounts(store.listLive().size(), revoked.size());
    }
}
