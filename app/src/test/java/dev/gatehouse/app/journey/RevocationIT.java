package dev.gatehouse.app.journey;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.app.journey.Api.Account;
import dev.gatehouse.app.journey.Gatehouse.Servers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two processes: what ends at one is over at the other within a second, whatever Redis does. */
final class RevocationIT {

    private static final Duration SOON = Duration.ofSeconds(1);

    @TempDir
    static Path directory;

    private static Servers servers;
    private static List<GatehouseProcess> processes;
    private static Api here;
    private static Api elsewhere;

    @BeforeAll
    static void start() throws Exception {
        servers = Servers.fresh("revocation");
        int port = Gatehouse.freePort();
        int otherPort = Gatehouse.freePort();
        processes = List.of(
                GatehouseProcess.launch(GatehouseProcess.variables(servers, port), directory.resolve("here")),
                GatehouseProcess.launch(
                        GatehouseProcess.variables(servers, otherPort), directory.resolve("elsewhere")));
        here = new Api(port);
        elsewhere = new Api(otherPort);
        processes.getFirst().awaitAnswer(here);
        processes.getLast().awaitAnswer(elsewhere);
    }

    @AfterAll
    static void stop() {
        processes.forEach(GatehouseProcess::close);
        servers.close();
    }

    /** A user with a session on each of two devices, both of which both instances have seen. */
    private record Known(Account account, Api.Answer second) {

        static Known fresh() {
            var account = here.register();
            var known = new Known(account, here.logIn(account.email(), Api.PASSWORD));
            for (Api instance : List.of(here, elsewhere)) {
                assertThat(instance.profile(known.first()).status()).isEqualTo(200);
                assertThat(instance.profile(known.other()).status()).isEqualTo(200);
            }
            return known;
        }

        String first() {
            return account.accessToken();
        }

        String other() {
            return second.at("/accessToken");
        }
    }

    private static void demandOverElsewhere(String accessToken, long since) {
        while (elsewhere.profile(accessToken).status() != 401) {
            assertThat(Duration.ofNanos(System.nanoTime() - since)).isLessThan(SOON);
        }
        assertThat(Duration.ofNanos(System.nanoTime() - since)).isLessThan(SOON);
    }

    private static void demandThatEndsArrive(Known loggedOut, Known ended, Known everywhere) {
        assertThat(here.logOut(loggedOut.first()).status()).isEqualTo(204);
        demandOverElsewhere(loggedOut.first(), System.nanoTime());
        assertThat(elsewhere.profile(loggedOut.other()).status()).isEqualTo(200);

        String device = ended.second().at("/session/id");
        assertThat(here.endSession(device, ended.first()).status()).isEqualTo(204);
        demandOverElsewhere(ended.other(), System.nanoTime());
        assertThat(elsewhere.profile(ended.first()).status()).isEqualTo(200);

        assertThat(here.post("/api/auth/logout-all", "{}", "Authorization", "Bearer " + everywhere.first())
                        .status())
                .isEqualTo(204);
        demandOverElsewhere(everywhere.first(), System.nanoTime());
        demandOverElsewhere(everywhere.other(), System.nanoTime());
    }

    @Test
    void aSessionThatEndsAtOneIsOverAtTheOtherWithinASecondWithRedisAndWithout() {
        demandThatEndsArrive(Known.fresh(), Known.fresh(), Known.fresh());

        var loggedOut = Known.fresh();
        var ended = Known.fresh();
        var everywhere = Known.fresh();
        servers.redis().stop();
        demandThatEndsArrive(loggedOut, ended, everywhere);

        // It comes back with the picture from before.
        servers.redis().start();
        for (Api instance : List.of(here, elsewhere)) {
            assertThat(instance.profile(loggedOut.first()).status()).isEqualTo(401);
            assertThat(instance.profile(ended.other()).status()).isEqualTo(401);
            assertThat(instance.profile(everywhere.first()).status()).isEqualTo(401);
            assertThat(instance.profile(loggedOut.other()).status()).isEqualTo(200);
        }
    }
}
