package dev.gatehouse.app.journey;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.app.journey.Gatehouse.Servers;
import java.time.Duration;
import java.util.Map;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Without Postgres nobody waits: 503 within a second, and back to work when it is back. */
final class PostgresOutageIT {

    private static Servers servers;
    private static Gatehouse gatehouse;
    private static Api api;

    @BeforeAll
    static void start() {
        servers = Servers.fresh("postgres-outage");
        gatehouse = Gatehouse.start(servers, Map.of());
        api = gatehouse.api();
    }

    @AfterAll
    static void stop() {
        gatehouse.close();
        servers.close();
    }

    @Test
    void whatNeedsItSaysTryAgainWithinASecondAndWhatDoesNotGoesOn() {
        var account = api.register();
        var vehicles = Vehicles.ofUser(api);
        String vehicle = vehicles.added();
        assertThat(api.profile(account.accessToken()).status()).isEqualTo(200);
        // Nobody has asked for this session yet: who it is of, Postgres alone knows.
        var unseen = api.logIn(account.email(), Api.PASSWORD);

        servers.postgres().stop();

        refused(() -> api.logIn(account.email(), Api.PASSWORD));
        refused(() -> api.register(Api.freshEmail()));
        refused(() -> api.refresh(account.refreshToken()));
        refused(() -> api.logOut(account.accessToken()));
        refused(() -> api.profile(unseen.at("/accessToken")));
        refused(() -> api.sessions(account.accessToken()));
        refused(() -> api.endSession(unseen.at("/session/id"), account.accessToken()));
        refused(() -> api.get("/api/auth/health"));
        refused(() -> vehicles.get(Vehicles.PATH));
        refused(() -> vehicles.add(Vehicles.body()));
        refused(() -> vehicles.update(vehicle, Vehicles.body()));
        refused(() -> vehicles.remove(vehicle));
        assertThat(api.profile(account.accessToken()).status()).isEqualTo(200);
        assertThat(vehicles.read(vehicle).status()).isEqualTo(200);
        assertThat(api.get("/.well-known/jwks.json").status()).isEqualTo(200);

        servers.postgres().start();

        var deadline = System.nanoTime() + Duration.ofSeconds(10).toNanos();
        int status = 503;
        while (status == 503 && System.nanoTime() < deadline) {
            status = api.logIn(account.email(), Api.PASSWORD).status();
        }
        assertThat(status).isEqualTo(200);
        assertThat(api.refresh(account.refreshToken()).status()).isEqualTo(200);
        assertThat(api.profile(account.accessToken()).status()).isEqualTo(200);
        assertThat(vehicles.read(vehicle).at("/version")).isEqualTo("1");
    }

    private static void refused(Supplier<Api.Answer> request) {
        long begin = System.nanoTime();
        var answer = request.get();
        var took = Duration.ofNanos(System.nanoTime() - begin);

        assertThat(answer.status()).isEqualTo(503);
        assertThat(answer.code()).isEqualTo("service-unavailable");
        assertThat(answer.header("Retry-After")).contains("1");
        assertThat(took).isLessThan(Duration.ofSeconds(1));
    }
}
