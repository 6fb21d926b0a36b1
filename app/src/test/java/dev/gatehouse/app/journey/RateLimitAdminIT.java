package dev.gatehouse.app.journey;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.app.journey.Api.Account;
import dev.gatehouse.app.journey.Api.Answer;
import dev.gatehouse.events.Eventually;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What an administrator sees and does about limits. */
final class RateLimitAdminIT {

    private static final String PATH = "/api/admin/limits";

    @TempDir
    private static Path folder;

    private static Gatehouse gatehouse;
    private static Api api;
    private static String admin;

    private final String[] address = Address.fresh();

    @BeforeAll
    static void start() throws IOException {
        Path file = Files.writeString(folder.resolve("limits.yml"), """
                policies:
                  journey-read: {by: ip, limit: 1, penalty: {base: 10m, max: 1h, decay: 1h}}
                  profile-read: {by: user, routes: [GET /api/auth/profile], limit: 3, penalty: {base: 10m}}
                """);
        gatehouse = Gatehouse.start(Map.of(
                "GATEHOUSE_RATE_LIMITS",
                file.toString(),
                "GATEHOUSE_TRUSTED_PROXIES",
                "127.0.0.1/32,::1/128",
                "gatehouse.redis-patience",
                "10s"));
        api = gatehouse.api();
        Account account = api.register();
        Sql.column(
                "UPDATE identity.users SET role = 'ADMIN' WHERE id = ?::uuid RETURNING id",
                account.registered().at("/user/id"));
        admin = api.logIn(account.email(), Api.PASSWORD).at("/accessToken");
    }

    @AfterAll
    static void stop() {
        gatehouse.close();
    }

    private static Answer see(String path) {
        return api.get(PATH + path, "Authorization", "Bearer " + admin);
    }

    private static Answer block(String path, String body) {
        return api.put(PATH + path + "/block", body, "Authorization", "Bearer " + admin);
    }

    private static Answer pardon(String path) {
        return api.send(api.request(PATH + path + "/block", "Authorization", "Bearer " + admin)
                .DELETE());
    }

    private static Answer profile(Account account) {
        return api.profile(account.accessToken());
    }

    @Test
    void whoeverGoesOnIsBlockedAndThePeopleOnDutyAreTold() {
        Account account = api.register();
        for (int i = 0; i < 3; i++) {
            assertThat(profile(account).status()).isEqualTo(200);
        }
        Problems.demand(profile(account), 429, "rate-limited");
        // Also where no limit holds.
        Answer blocked = api.get("/api/auth/profile/preferences", "Authorization", "Bearer " + account.accessToken());
        Problems.demand(blocked, 429, "rate-limited");
        assertThat(blocked.header("Retry-After")).contains("600");
        UUID id = UUID.fromString(account.registered().at("/user/id"));
        Eventually.holds(
                "an event tells of it",
                () -> JourneyEvents.of(JourneyEvents.BLOCKED, id).size() == 1);
    }

    @Test
    void aBlockHoldsAtOnceAndSoDoesItsEnd() {
        Account account = api.register();
        String path = "/user/" + account.registered().at("/user/id");
        assertThat(profile(account).status()).isEqualTo(200);

        Answer blocked = block(path, "{\"seconds\":3600}");

        assertThat(blocked.status()).isEqualTo(200);
        assertThat(blocked.at("/blockedFor")).isEqualTo("3600");
        Answer refused = profile(account);
        Problems.demand(refused, 429, "rate-limited");
        assertThat(Integer.parseInt(refused.header("Retry-After").orElseThrow()))
                .isBetween(3_500, 3_600);
        Answer seen = see(path);
        assertThat(seen.at("/kind")).isEqualTo("user");
        assertThat(seen.at("/limits/0/policy")).isEqualTo("profile-read");
        assertThat(pardon(path).status()).isEqualTo(204);
        assertThat(profile(account).status()).isEqualTo(200);
    }

    @Test
    void anAddressIsSeenWithWhatItHasLeft() {
        assertThat(api.get("/journey/limited", address).status()).isEqualTo(200);
        Answer seen = see("/ip/" + address[1]);
        assertThat(seen.at("/id")).isEqualTo(address[1]);
        assertThat(seen.at("/blockedFor")).isEqualTo("0");
        assertThat(seen.at("/limits/0/policy")).isEqualTo("journey-read");
        assertThat(seen.at("/limits/0/remaining")).isEqualTo("0");
        assertThat(seen.at("/limits/1/endpoint")).isEqualTo("GET_/api/auth/profile");
        assertThat(seen.at("/limits/1/remaining")).isEqualTo("3");
        assertThat(api.get("/journey/limited", address).status()).isEqualTo(429);
        assertThat(see("/ip/" + address[1]).at("/strikes")).isEqualTo("1");
        assertThat(see("/ip/2001:db8::1").at("/id")).isEqualTo("2001:db8:0:0::/64");
    }

    @Test
    void policiesAreShownWithWhatTheyDid() {
        api.get("/journey/limited", address);
        Answer shown = see("");
        assertThat(shown.at("/items/0/policy")).isEqualTo("journey-read");
        assertThat(shown.at("/items/0/limit")).isEqualTo("1");
        assertThat(shown.body().at("/items/0/counts/allowed").asInt()).isPositive();
        assertThat(shown.body().at("/items/0/counts").has("shadow-denied")).isTrue();
        assertThat(gatehouse
                        .bean(MeterRegistry.class)
                        .get("gatehouse.rate.limit")
                        .tags("policy", "journey-read", "result", "allowed")
                        .counter()
                        .count())
                .isEqualTo(shown.body().at("/items/0/counts/allowed").asDouble());
    }

    @Test
    void onlyAdministratorsMay() {
        Account account = api.register();
        String[] bearer = {"Authorization", "Bearer " + account.accessToken()};
        Problems.demand(api.get(PATH, bearer), 403, "forbidden");
        Problems.demand(api.get(PATH + "/ip/192.0.2.1", bearer), 403, "forbidden");
        Problems.demand(api.put(PATH + "/ip/192.0.2.1/block", "{\"seconds\":1}", bearer), 403, "forbidden");
        Problems.demand(api.get(PATH), 401, "unauthenticated");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/ip/example.com", "/user/1", "/cookie/1", "/IP/192.0.2.1"})
    void whatIsNobodyIsNotFound(String path) {
        Problems.demand(see(path), 404, "not-found");
        Problems.demand(block(path, "{\"seconds\":1}"), 404, "not-found");
        Problems.demand(pardon(path), 404, "not-found");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"seconds\":0}", "{\"seconds\":-1}", "{\"seconds\":31622401}", "{}"})
    void aBlockNeedsATime(String body) {
        Problems.demand(block("/ip/192.0.2.1", body), 400, "invalid-input");
    }
}
