package dev.gatehouse.app.journey;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.identity.port.InParallel;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A password changes for whoever knows it, and everything that the old one opened is over. */
final class PasswordChangeIT {

    private static final String OTHER = "Copper-Lantern-77";

    private static final Api api = Gatehouse.shared().api();

    private static Api.Answer change(String accessToken, String current, String replacement) {
        return api.put(
                "/api/auth/profile/password",
                "{\"currentPassword\":\"%s\",\"newPassword\":\"%s\"}".formatted(current, replacement),
                "Authorization",
                "Bearer " + accessToken);
    }

    @Test
    void everyEarlierSessionIsOverAndAFreshOneLives() {
        var account = api.register();
        var other = api.logIn(account.email(), Api.PASSWORD);

        var fresh = change(account.accessToken(), Api.PASSWORD, OTHER);

        assertThat(fresh.status()).isEqualTo(200);
        assertThat(fresh.at("/tokenType")).isEqualTo("Bearer");
        assertThat(api.profile(fresh.at("/accessToken")).status()).isEqualTo(200);
        assertThat(api.refresh(fresh.at("/refreshToken")).status()).isEqualTo(200);
        Problems.demand(api.profile(account.accessToken()), 401, "unauthenticated");
        Problems.demand(api.profile(other.at("/accessToken")), 401, "unauthenticated");
        Problems.demand(api.refresh(other.at("/refreshToken")), 401, "invalid-refresh-token");
        Problems.demand(api.logIn(account.email(), Api.PASSWORD), 401, "invalid-credentials");
        assertThat(api.logIn(account.email(), OTHER).status()).isEqualTo(200);
    }

    @Test
    void aWrongPasswordIsAFieldAtFaultAndNoReasonToRefreshAToken() {
        var account = api.register();
        var answer = change(account.accessToken(), "wrong horse battery", OTHER);
        Problems.demand(answer, 400, "invalid-input");
        assertThat(answer.at("/errors/0/pointer")).isEqualTo("/currentPassword");
        assertThat(answer.at("/errors/0/code")).isEqualTo("wrong-password");
        assertThat(api.profile(account.accessToken()).status()).isEqualTo(200);
    }

    @Test
    void aPasswordThatIsTooShortIsAFieldAtFault() {
        var answer = change(api.register().accessToken(), Api.PASSWORD, "short");
        Problems.demand(answer, 400, "invalid-input");
        assertThat(answer.at("/errors/0/pointer")).isEqualTo("/newPassword");
        assertThat(answer.at("/errors/0/code")).isEqualTo("password-too-short");
    }

    @Test
    void nobodyChangesItWithoutAToken() {
        Problems.demand(change("x", Api.PASSWORD, OTHER), 401, "unauthenticated");
    }

    @Test
    void noTokenOfManyThatRefreshMeanwhileSurvives() {
        var account = api.register();
        var others = IntStream.range(0, 9)
                .mapToObj(number -> api.logIn(account.email(), Api.PASSWORD).at("/refreshToken"))
                .toList();

        var answers = InParallel.run(
                10,
                number -> number == 9
                        ? change(account.accessToken(), Api.PASSWORD, OTHER)
                        : api.refresh(others.get(number)));

        assertThat(answers.getLast().status()).isEqualTo(200);
        assertThat(answers.subList(0, 9))
                .filteredOn(answer -> answer.status() == 200)
                .allSatisfy(answer -> {
                    Problems.demand(api.profile(answer.at("/accessToken")), 401, "unauthenticated");
                    Problems.demand(api.refresh(answer.at("/refreshToken")), 401, "invalid-refresh-token");
                });
    }
}
