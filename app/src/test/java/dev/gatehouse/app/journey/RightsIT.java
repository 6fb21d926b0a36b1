package dev.gatehouse.app.journey;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.app.journey.Gatehouse.Servers;
import dev.gatehouse.identity.port.InParallel;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.IntSupplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two processes: what a user may do is what they may do at both within a second, whatever Redis does. */
final class RightsIT {

    private static final Duration SOON = Duration.ofSeconds(1);

    @TempDir
    static Path directory;

    private static Servers servers;
    private static List<GatehouseProcess> processes;
    private static Api here;
    private static Api elsewhere;
    private static Users administrator;

    @BeforeAll
    static void start() throws Exception {
        servers = Servers.fresh("rights");
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
        administrator = Users.administrator(here, servers);
    }

    @AfterAll
    static void stop() {
        processes.forEach(GatehouseProcess::close);
        servers.close();
    }

    /** One whose session both instances have seen. */
    private static Users known() {
        Users user = Users.member(here);
        for (Api instance : List.of(here, elsewhere)) {
            assertThat(user.at(instance).askAsAdministrator()).isEqualTo(403);
        }
        return user;
    }

    private static void demandSoon(int status, IntSupplier answer) {
        long since = System.nanoTime();
        while (answer.getAsInt() != status) {
            assertThat(Duration.ofNanos(System.nanoTime() - since)).isLessThan(SOON);
        }
        assertThat(Duration.ofNanos(System.nanoTime() - since)).isLessThan(SOON);
    }

    private static void change(Users user, String members) {
        assertThat(administrator.changeRights(user.id(), members).status()).isEqualTo(200);
    }

    private static void demandThatChangesArrive(Users promoted, Users demoted, Users disabled, Users deleted) {
        change(promoted, "\"role\":\"admin\"");
        assertThat(promoted.askAsAdministrator()).isEqualTo(200);
        demandSoon(200, promoted.at(elsewhere)::askAsAdministrator);

        change(demoted, "\"role\":\"admin\"");
        demandSoon(200, demoted.at(elsewhere)::askAsAdministrator);
        change(demoted, "\"role\":\"user\"");
        assertThat(demoted.askAsAdministrator()).isEqualTo(403);
        demandSoon(403, demoted.at(elsewhere)::askAsAdministrator);

        change(disabled, "\"status\":\"disabled\"");
        assertThat(disabled.askAsAdministrator()).isEqualTo(401);
        demandSoon(401, disabled.at(elsewhere)::askAsAdministrator);

        assertThat(administrator.delete(deleted.id()).status()).isEqualTo(204);
        assertThat(deleted.askAsAdministrator()).isEqualTo(401);
        demandSoon(401, deleted.at(elsewhere)::askAsAdministrator);
    }

    @Test
    void whatChangesAtOneHoldsAtTheOtherWithinASecondWithRedisAndWithout() {
        demandThatChangesArrive(known(), known(), known(), known());

        Users promoted = known();
        Users demoted = known();
        Users disabled = known();
        Users deleted = known();
        servers.redis().stop();
        demandThatChangesArrive(promoted, demoted, disabled, deleted);

        // It comes back with the picture from before.
        servers.redis().start();
        for (Api instance : List.of(here, elsewhere)) {
            assertThat(promoted.at(instance).askAsAdministrator()).isEqualTo(200);
            assertThat(demoted.at(instance).askAsAdministrator()).isEqualTo(403);
            assertThat(disabled.at(instance).askAsAdministrator()).isEqualTo(401);
            assertThat(deleted.at(instance).askAsAdministrator()).isEqualTo(401);
        }
    }

    @Test
    void whatIsChangedByHandHoldsAtBothWithinASecondThoughTheyKnowOfAChangeBefore() {
        Users user = known();
        change(user, "\"role\":\"admin\"");
        demandSoon(200, user.at(elsewhere)::askAsAdministrator);

        Sql.column(servers, "UPDATE identity.users SET role = 'USER' WHERE id = ?::uuid RETURNING id", user.id());

        for (Api instance : List.of(here, elsewhere)) {
            demandSoon(403, user.at(instance)::askAsAdministrator);
        }
    }

    @Test
    void ofAdministratorsWhoTakeEachOthersRightsAtTwoInstancesOneStays() {
        Users second = known();
        change(second, "\"role\":\"admin\"");
        demandSoon(200, second.at(elsewhere)::askAsAdministrator);
        Sql.column(
                servers,
                "UPDATE identity.users SET role = 'USER' WHERE role = 'ADMIN' AND id NOT IN (?::uuid, ?::uuid) RETURNING id",
                administrator.id(),
                second.id());

        var answers = InParallel.run(
                2,
                number -> number == 0
                        ? administrator.changeRights(second.id(), "\"role\":\"user\"")
                        : second.at(elsewhere).changeRights(administrator.id(), "\"status\":\"disabled\""));

        assertThat(answers).extracting(Api.Answer::status).containsOnlyOnce(200);
        assertThat(Sql.column(servers, "SELECT id FROM identity.users WHERE role = 'ADMIN' AND status = 'ACTIVE'"))
                .hasSize(1);
        Sql.column(
                servers,
                "UPDATE identity.users SET role = 'ADMIN', status = 'ACTIVE' WHERE id = ?::uuid RETURNING id",
                administrator.id());
        administrator = administrator.again();
    }
}
