package dev.gatehouse.app.journey;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.app.journey.Api.Answer;
import org.junit.jupiter.api.Test;

/** Routes that ask when somebody has last shown who they are, and how. */
final class FreshAuthenticationIT {

    private static final String FRESH = "/journey/fresh";
    private static final String SECOND_FACTOR = "/journey/fresh/second-factor";

    private final Gatehouse gatehouse = Gatehouse.shared();
    private final Api api = gatehouse.api();
    private final Answer tokens = api.register().registered();

    private Answer get(String path, Answer tokens) {
        return api.get(path, "Authorization", "Bearer " + tokens.at("/accessToken"));
    }

    /** The session as if its user had shown who they are so long ago, with the token that it gives now. */
    private Answer after(String interval) {
        Sql.column(
                "UPDATE identity.sessions SET proven_at = now() - ?::interval WHERE id = ?::uuid RETURNING id",
                interval,
                tokens.at("/session/id"));
        return api.refresh(tokens.at("/refreshToken"));
    }

    @Test
    void whoHasLoggedInWithinFiveMinutesIsLetIn() {
        assertThat(get(FRESH, tokens).status()).isEqualTo(200);
        assertThat(get(FRESH, after("4 minutes")).status()).isEqualTo(200);
    }

    @Test
    void whoHasMoreThanFiveMinutesAgoIsToldToStepUp() {
        Answer refused = get(FRESH, after("301 seconds"));
        Problems.demand(refused, 401, "fresh-authentication-required");
        assertThat(refused.header("WWW-Authenticate"))
                .contains("Bearer error=\"insufficient_user_authentication\", max_age=\"300\"");
        assertThat(api.profile(after("301 seconds").at("/accessToken")).status())
                .isEqualTo(200);
    }

    @Test
    void aRefreshMakesNobodyFresh() {
        Answer once = after("1 hour");
        Problems.demand(get(FRESH, api.refresh(once.at("/refreshToken"))), 401, "fresh-authentication-required");
    }

    @Test
    void aPasswordAloneIsNoSecondFactor() {
        Problems.demand(get(SECOND_FACTOR, tokens), 401, "second-factor-required");
    }

    @Test
    void nobodyIsAskedWhoTheyAreFirst() {
        Problems.demand(api.get(FRESH), 401, "unauthenticated");
        Problems.demand(api.get(SECOND_FACTOR), 401, "unauthenticated");
    }
}
