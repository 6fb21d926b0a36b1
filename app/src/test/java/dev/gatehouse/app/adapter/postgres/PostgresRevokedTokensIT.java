package dev.gatehouse.app.adapter.postgres;

import dev.gatehouse.events.UnitOfWork;
import dev.gatehouse.identity.port.IUserRepository;
import dev.gatehouse.identity.port.RevokedTokens;
import dev.gatehouse.identity.port.RevokedTokensContract;
import dev.gatehouse.identity.port.SessionStore;
import java.time.Clock;

final class PostgresRevokedTokensIT implements RevokedTokensContract {

    private final PostgresRevokedTokens tokens = new PostgresRevokedTokens(TestPostgres.jdbc());

    @Override
    public RevokedTokens tokens() {
        return tokens;
    }

    @Override
    public SessionStore sessions() {
        return new PostgresSessionStore(TestPostgres.jdbc(), Clock.systemUTC());
    }

    @Override
    public IUserRepository users() {
        return new PostgresUserRepository(TestPostgres.jdbc());
    }

    @Override
    public UnitOfWork work() {
        return TestPostgres.unitOfWork();
    }
}
