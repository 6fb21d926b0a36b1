package dev.gatehouse.app.journey;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.app.journey.Api.Answer;
import dev.gatehouse.events.Eventually;
import dev.gatehouse.ratelimit.PolicyBook;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Policies as an operator writes them. */
final class RateLimitPolicyIT {

    private static final String KEYS = "/.well-known/jwks.json";
    private static final String PROFILE = "/api/auth/profile";
    private static final String SECRET = "of a service of the house";
    private static final String SECRETS_DIGEST = "ce8c1bd4402ace489bf04878b934a89a95886c65ead66403d63b838dde864dc6";

    private static final String POLICIES = """
            tiers: {ADMIN: 3}
            policies:
              journey-read: {by: ip, limit: 2}
              profile-read: {by: user, routes: [GET /api/auth/profile], limit: 3}
              keys-watched: {by: ip, routes: [GET /.well-known/jwks.json], limit: 1, mode: shadow}
            """;

    @TempDir
    private static Path folder;

    private static Path file;
    private static Gatehouse gatehouse;
    private static Api api;

    private final String[] address = Address.fresh();

    @BeforeAll
    static void start() {
        file = folder.resolve("limits.yml");
        write(POLICIES);
        gatehouse = Gatehouse.start(Map.of(
                "GATEHOUSE_RATE_LIMITS",
                file.toString(),
                "GATEHOUSE_TRUSTED_PROXIES",
                "127.0.0.1/32,::1/128",
                "GATEHOUSE_RATE_LIMIT_FREE_KEYS",
                SECRETS_DIGEST,
                "gatehouse.redis-patience",
                "10s"));
        api = gatehouse.api();
    }

    @AfterAll
    static void stop() {
        gatehouse.close();
    }

    @BeforeEach
    void usually() {
        write(POLICIES);
        Eventually.holds("the usual policies hold", () -> policies() == 3);
    }

    private static void write(String policies) {
        try {
            Files.writeString(file, policies);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static int policies() {
        return gatehouse.bean(PolicyBook.class).get().all().size();
    }

    private Answer profile(String token) {
        return api.get(PROFILE, Address.with(address, token));
    }

    @Test
    void aControllerNamesItsPolicyAndAllThatNameItCountTogether() {
        assertThat(api.get("/journey/limited", address).header("X-RateLimit-Remaining"))
                .contains("1");
        assertThat(api.get("/journey/limited-too", address).header("X-RateLimit-Remaining"))
                .contains("0");
        assertThat(api.get("/journey/limited", address).status()).isEqualTo(429);
        assertThat(api.get("/journey/limited", Address.fresh()).status()).isEqualTo(200);
    }

    @Test
    void anotherRoleHasMore() {
        var account = api.register();
        for (int i = 2; i >= 0; i--) {
            assertThat(profile(account.accessToken()).header("X-RateLimit-Remaining"))
                    .contains(Integer.toString(i));
        }
        assertThat(profile(account.accessToken()).status()).isEqualTo(429);
        Sql.column(
                "UPDATE identity.users SET role = 'ADMIN' WHERE id = ?::uuid RETURNING id",
                account.registered().at("/user/id"));
        String admin = api.logIn(account.email(), Api.PASSWORD).at("/accessToken");
        Answer answer = profile(admin);
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("X-RateLimit-Limit")).contains("9");
        assertThat(answer.header("X-RateLimit-Remaining")).contains("5");
    }

    @Test
    void aTokenWhoseSessionIsOverUsesUpNothingOfItsUser() {
        var account = api.register();
        var over = api.logIn(account.email(), Api.PASSWORD).at("/accessToken");
        api.logOut(over);
        for (int i = 0; i < 8; i++) {
            assertThat(profile(over).status()).isEqualTo(401);
        }
        Eventually.holds(
                "all of it was given back",
                () -> gatehouse
                                .api()
                                .get(PROFILE, Address.with(address, account.accessToken()))
                                .status()
                        == 200);
    }

    @Test
    void aLimitThatOnlyWatchesSaysNothing() {
        for (int i = 0; i < 3; i++) {
            Answer answer = api.get(KEYS, address);
            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.headers()).doesNotContainKeys("x-ratelimit-limit", "ratelimit", "ratelimit-policy");
        }
    }

    @Test
    void policiesAreChangedWhileItRuns() {
        assertThat(api.get("/journey/limited", address).header("X-RateLimit-Limit"))
                .contains("2");
        write("policies: {journey-read: {by: ip, limit: 5}}");
        Eventually.holds("the new policies hold", () -> policies() == 1);
        Answer answer = api.get("/journey/limited", address);
        assertThat(answer.header("X-RateLimit-Limit")).contains("5");
        assertThat(answer.header("X-RateLimit-Remaining")).contains("3");
    }

    @Test
    void aFileThatIsWrongChangesNothing() {
        write("policies: {journey-read: {by: ip, limit: none}}");
        long begin = System.nanoTime();
        Eventually.holds("it was looked at", () -> System.nanoTime() - begin > 3_000_000_000L);
        assertThat(policies()).isEqualTo(3);
        assertThat(api.get("/journey/limited", address).header("X-RateLimit-Limit"))
                .contains("2");
    }

    @Test
    void aServiceOfTheHouseIsFree() {
        String[] headers = {address[0], address[1], "X-API-Key", SECRET};
        String[] wrong = {address[0], address[1], "X-API-Key", SECRET + "!"};
        for (int i = 0; i < 5; i++) {
            Answer answer = api.get("/journey/limited", headers);
            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.header("X-RateLimit-Limit")).isEmpty();
        }
        assertThat(api.get("/journey/limited", wrong).header("X-RateLimit-Remaining"))
                .contains("1");
        var account = api.register();
        assertThat(api.get(PROFILE, "X-API-Key", SECRET, "Authorization", "Bearer " + account.accessToken())
                        .status())
                .isEqualTo(200);
    }

    @Test
    void thePeersOfANetworkAreFreeWhateverTheySay() {
        try (var free = Gatehouse.start(Map.of(
                "GATEHOUSE_RATE_LIMITS", file.toString(), "GATEHOUSE_RATE_LIMIT_FREE_PEERS", "127.0.0.0/8,::1/128"))) {
            for (int i = 0; i < 5; i++) {
                assertThat(free.api().get("/journey/limited").status()).isEqualTo(200);
            }
        }
    }
}
