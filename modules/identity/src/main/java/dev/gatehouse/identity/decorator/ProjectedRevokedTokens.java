package dev.gatehouse.identity.decorator;

import dev.gatehouse.events.UnitOfWork;
import dev.gatehouse.identity.model.RevokedToken;
import dev.gatehouse.identity.port.RevokedTokens;
import dev.gatehouse.identity.port.SessionProjection;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Revoked tokens of which the projection hears after the commit, or later if it is down. */
public final class ProjectedRevokedTokens implements RevokedTokens {

    private final RevokedTokens truth;
    private final SessionProjection projection;
    private final UnitOfWork work;

    public ProjectedRevokedTokens(RevokedTokens truth, SessionProjection projection, UnitOfWork work) {
        this.truth = truth;
        this.projection = projection;
        this.work = work;
    }

    @Override
    public void revoke(RevokedToken token) {
        truth.revoke(token);
        work.afterCommit(() -> News.tell(() -> projection.revoke(List.of(token))));
    }

    @Override
    public Optional<RevokedToken> find(UUID id) {
        return truth.find(id);
    }

    @Override
    public List<RevokedToken> listRevoked(Duration within) {
        return truth.listRevoked(within);
    }
}
