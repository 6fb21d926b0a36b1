package dev.gatehouse.identity.port;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gatehouse.events.UnitOfWork;
import dev.gatehouse.identity.model.RevokedToken;
import dev.gatehouse.identity.model.Samples;
import dev.gatehouse.identity.model.Session;
import dev.gatehouse.identity.model.User;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What everything that knows revoked tokens promises, with the sessions they are of. */
public interface RevokedTokensContract {

    RevokedTokens tokens();

    /** The sessions whose tokens these are. */
    SessionStore sessions();

    IUserRepository users();

    UnitOfWork work();

    private Session opened() {
        User user = Samples.user();
        users().insert(user);
        Session session = Samples.session(user);
        work().run(() -> sessions().open(session, 10));
        return session;
    }

    private boolean letsIn(Session session, UUID tokenId) {
        return sessions().findLive(session.user(), session.id(), tokenId).isPresent();
    }

    private RevokedToken revoked(Session session) {
        RevokedToken token = Samples.revoked(session.user());
        work().run(() -> {
            tokens().revoke(token);
            return token;
        });
        return token;
    }

    @Test
    default void aRevokedTokenLetsNobodyInThoughItsSessionLives() {
        Session session = opened();
        RevokedToken token = revoked(session);
        assertThat(letsIn(session, token.id())).isFalse();
        assertThat(letsIn(session, token.id())).isFalse();
    }

    @Test
    default void theOtherTokensOfItsSessionGoOn() {
        Session session = opened();
        assertThat(letsIn(session, Samples.TOKEN_ID)).isTrue();
        RevokedToken token = revoked(session);
        assertThat(letsIn(session, token.id())).isFalse();
        assertThat(letsIn(session, Samples.TOKEN_ID)).isTrue();
    }

    @Test
    default void aTokenThatWasUsedBeforeIsRefusedFromThenOn() {
        Session session = opened();
        RevokedToken token = Samples.revoked(session.user());
        assertThat(letsIn(session, token.id())).isTrue();
        work().run(() -> {
            tokens().revoke(token);
            return token;
        });
        assertThat(letsIn(session, token.id())).isFalse();
    }

    @Test
    default void itIsFoundByItsIdAndNoOtherIs() {
        RevokedToken token = revoked(opened());
        assertThat(tokens().find(token.id())).contains(token);
        assertThat(tokens().find(Samples.TOKEN_ID)).isEmpty();
    }

    @Test
    default void revokingItAgainChangesNothing() {
        Session session = opened();
        RevokedToken token = revoked(session);
        var shorter = new RevokedToken(token.user(), token.id(), Samples.NOW);
        InParallel.run(10, number -> work().run(() -> {
            tokens().revoke(shorter);
            return number;
        }));
        assertThat(tokens().find(token.id())).contains(token);
    }

    @Test
    default void aUnitThatFailsRevokesNothing() {
        Session session = opened();
        RevokedToken token = Samples.revoked(session.user());
        assertThatThrownBy(() -> work().run(() -> {
                    tokens().revoke(token);
                    throw new IllegalStateException("the unit failed");
                }))
                .isInstanceOf(IllegalStateException.class);
        assertThat(tokens().find(token.id())).isEmpty();
        assertThat(letsIn(session, token.id())).isTrue();
    }

    @Test
    default void thoseRevokedLatelyAreListedTheNewestFirst() {
        Session session = opened();
        RevokedToken first = revoked(session);
        RevokedToken second = revoked(session);
        assertThat(tokens().listRevoked(Duration.ofMinutes(1))).containsSubsequence(second, first);
        assertThat(tokens().listRevoked(Duration.ZERO)).doesNotContain(first, second);
    }
}
