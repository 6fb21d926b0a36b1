package dev.gatehouse.identity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.events.Event;
import dev.gatehouse.identity.RefreshSession.Result;
import dev.gatehouse.identity.model.MasterKey;
import dev.gatehouse.identity.model.RefreshToken;
import dev.gatehouse.identity.model.Samples;
import dev.gatehouse.identity.model.Session;
import dev.gatehouse.identity.model.User;
import dev.gatehouse.identity.port.InParallel;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class RefreshSessionTest {

    private static final Result INVALID = new Result.InvalidToken();
    private static final Result REUSED = new Result.TokenReused();

    private final InMemoryIdentity identity = new InMemoryIdentity();
    private final User user = identity.member();
    private final SignedIn first = identity.signedIn(user);

    private SignedIn refresh(String token) {
        Result result = identity.refreshed(token);
        assertThat(result).isInstanceOf(Result.Refreshed.class);
        return ((Result.Refreshed) result).signedIn();
    }

    private Result refreshBy(String userAgent, String token) {
        return identity.refreshSession.handle(new RefreshSession.Command(token, userAgent));
    }

    private Session stored() {
        return identity.work
                .run(() -> identity.store.lock(first.session().id()))
                .orElseThrow();
    }

    private void assertNothingHappened() {
        assertThat(stored()).isEqualTo(first.session());
        assertThat(identity.eventsOf(user)).isEmpty();
        assertThat(identity.letsIn(first)).isTrue();
    }

    @Test
    void theCurrentTokenGivesItsSuccessorAndAnAccessTokenOfTheSameSession() {
        identity.clock.advance(Duration.ofMinutes(1));
        SignedIn next = refresh(first.refreshToken());
        assertThat(next.refreshToken()).isNotEqualTo(first.refreshToken());
        assertThat(next.session().id()).isEqualTo(first.session().id());
        assertThat(next.accessLife()).isEqualTo(Samples.POLICY.access());
        assertThat(next.refreshLife()).isEqualTo(Samples.POLICY.refresh());
        assertThat(identity.letsIn(next)).isTrue();
        assertThat(refresh(next.refreshToken()).session().counter()).isEqualTo(2);
    }

    @Test
    void fiftyAtOnceWithOneTokenGetOneSuccessorOfOneGeneration() {
        var successors = InParallel.run(50, number -> refresh(first.refreshToken()));
        assertThat(successors)
                .extracting(SignedIn::refreshToken)
                .containsOnly(successors.getFirst().refreshToken());
        assertThat(successors).allMatch(identity::letsIn);
        assertThat(stored().counter()).isEqualTo(1);
        assertThat(identity.eventsOf(user)).isEmpty();
    }

    @Test
    void insideTheGraceTheSameSuccessorIsGivenAgain() {
        SignedIn next = refresh(first.refreshToken());
        identity.clock.advance(Samples.POLICY.grace());
        SignedIn again = refresh(first.refreshToken());
        assertThat(again.refreshToken()).isEqualTo(next.refreshToken());
        assertThat(again.refreshLife()).isEqualTo(next.refreshLife().minus(Samples.POLICY.grace()));
        assertThat(stored().counter()).isEqualTo(1);
    }

    @Test
    void afterTheGraceItIsReuseAndTheSessionIsDeadForEverybody() {
        SignedIn next = refresh(first.refreshToken());
        identity.clock.advance(Samples.POLICY.grace().plusNanos(1));
        assertThat(identity.refreshed(first.refreshToken())).isEqualTo(REUSED);
        assertThat(identity.letsIn(next)).isFalse();
        assertThat(identity.refreshed(next.refreshToken())).isEqualTo(INVALID);
        assertThat(identity.refreshed(first.refreshToken())).isEqualTo(INVALID);
    }

    @Test
    void insideTheGraceATokenWhoseSuccessorWasUsedIsReuse() {
        refresh(refresh(first.refreshToken()).refreshToken());
        assertThat(identity.refreshed(first.refreshToken())).isEqualTo(REUSED);
    }

    @Test
    void insideTheGraceAnotherUserAgentIsReuse() {
        refresh(first.refreshToken());
        assertThat(refreshBy("Thief/1.0", first.refreshToken())).isEqualTo(REUSED);
    }

    @Test
    void theUserAgentThatCountsIsTheOneOfTheLastRotation() {
        assertThat(refreshBy("Browser/2.0", first.refreshToken())).isInstanceOf(Result.Refreshed.class);
        assertThat(refreshBy("Browser/2.0", first.refreshToken())).isInstanceOf(Result.Refreshed.class);
        assertThat(refreshBy(Samples.device().userAgent(), first.refreshToken()))
                .isEqualTo(REUSED);
    }

    @Test
    void aUserAgentOfAnyLengthMayAskAgain() {
        String chatty = "x".repeat(1_000);
        assertThat(refreshBy(chatty, first.refreshToken())).isInstanceOf(Result.Refreshed.class);
        assertThat(refreshBy(chatty, first.refreshToken())).isInstanceOf(Result.Refreshed.class);
    }

    @Test
    void reuseIsToldOnceHoweverManyComeWithIt() {
        refresh(first.refreshToken());
        identity.clock.advance(Duration.ofMinutes(1));
        var results = InParallel.run(20, number -> identity.refreshed(first.refreshToken()));
        assertThat(results).containsOnlyOnce(REUSED).containsOnly(REUSED, INVALID);
        assertThat(identity.eventsOf(user)).singleElement().satisfies(event -> {
            assertThat(event.type()).isEqualTo("session.refresh-token-reused");
            assertThat(event.data())
                    .isEqualTo(Map.of("session", first.session().id().toString()));
        });
    }

    @Test
    void reuseInOneSessionLeavesTheOthersAlone() {
        SignedIn other = identity.signedIn(user);
        refreshBy("Thief/1.0", refresh(first.refreshToken()).refreshToken());
        assertThat(refreshBy("Other/1.0", first.refreshToken())).isEqualTo(REUSED);
        assertThat(identity.letsIn(other)).isTrue();
    }

    @Test
    void aTokenFromTheFutureIsRefusedAndChangesNothing() {
        for (long counter : List.of(1L, 2L, 999_999_999_999_999_999L)) {
            String forged = new RefreshToken(first.session().id(), counter).seal(identity.key);
            assertThat(identity.refreshed(forged)).isEqualTo(INVALID);
        }
        assertNothingHappened();
    }

    @Test
    void aForgedTokenIsRefusedAndChangesNothing() {
        var otherKey = MasterKey.of(Base64.getEncoder().encodeToString(new byte[] {
            1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29,
            30, 31, 32
        }));
        String token = first.refreshToken();
        var forged = List.of(
                "",
                "v1",
                token + "A",
                " " + token,
                token.toUpperCase(Locale.ROOT),
                first.accessToken().text(),
                new RefreshToken(first.session().id(), 0).seal(otherKey));
        assertThat(forged).allMatch(text -> identity.refreshed(text).equals(INVALID));
        assertNothingHappened();
    }

    @Test
    void anAuthenticTokenOfASessionNobodyKnowsIsRefused() {
        assertThat(identity.refreshed(new RefreshToken(Samples.sessionId(), 0).seal(identity.key)))
                .isEqualTo(INVALID);
    }

    @Test
    void aSessionThatRestedForTooLongIsOver() {
        identity.clock.advance(Samples.POLICY.refresh());
        assertThat(identity.refreshed(first.refreshToken())).isEqualTo(INVALID);
        assertThat(identity.eventsOf(user)).isEmpty();
    }

    @Test
    void everyRefreshGivesItTheFullRestAgain() {
        identity.clock.advance(Samples.POLICY.refresh().minusNanos(1));
        SignedIn next = refresh(first.refreshToken());
        identity.clock.advance(Samples.POLICY.refresh().minusNanos(1));
        refresh(next.refreshToken());
    }

    @Test
    void howeverOftenItIsRefreshedItEnds() {
        SignedIn last = first;
        while (identity.clock
                .instant()
                .plus(Samples.POLICY.refresh())
                .isBefore(first.session().expiresAt())) {
            identity.clock.advance(Samples.POLICY.refresh().minusDays(1));
            last = refresh(last.refreshToken());
        }
        assertThat(last.session().refreshUntil()).isEqualTo(first.session().expiresAt());
        identity.clock.set(first.session().expiresAt());
        assertThat(identity.refreshed(last.refreshToken())).isEqualTo(INVALID);
    }

    @Test
    void aTokenFromBeforeTheUsersEpochMovedIsRefused() {
        identity.users.save(user.withNextEpoch(Samples.NOW));
        assertThat(identity.refreshed(first.refreshToken())).isEqualTo(INVALID);
    }

    @Test
    void aDeadSessionsOldTokenIsNoReuse() {
        refresh(first.refreshToken());
        identity.loggedOut(first);
        identity.clock.advance(Duration.ofMinutes(1));
        assertThat(identity.refreshed(first.refreshToken())).isEqualTo(INVALID);
        assertThat(identity.eventsOf(user)).extracting(Event::type).isEmpty();
    }

    @Test
    void noTextShowsTheToken() {
        assertThat(new RefreshSession.Command(first.refreshToken(), "x").toString())
                .doesNotContain(first.refreshToken());
        assertThat(identity.refreshed(first.refreshToken()).toString()).doesNotContain("v1.");
    }
}
