package dev.gatehouse.app.journey;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.app.journey.Gatehouse.Servers;
import dev.gatehouse.identity.port.InParallel;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two instances that start at once where there is nobody yet, and the administrator whom both were told to make. */
final class FirstAdministratorIT {

    private static final String EMAIL = "root@acme.example";
    private static final Map<String, String> NAMED =
            Map.of("GATEHOUSE_ADMIN_EMAIL", EMAIL, "GATEHOUSE_ADMIN_PASSWORD", "Copper-Lantern-77");

    private static Servers servers;

    @BeforeAll
    static void start() {
        servers = Servers.fresh("first-administrator");
    }

    @AfterAll
    static void stop() {
        servers.close();
    }

    private static List<String> administrators() {
        return Sql.column(servers, "SELECT email || ' ' || version FROM identity.users WHERE role = 'ADMIN'");
    }

    @Test
    void theFirstAdministratorIsMadeOnceAndLogsIn() {
        List<Gatehouse> both = InParallel.run(2, number -> Gatehouse.start(servers, NAMED));
        try (Gatehouse one = both.getFirst();
                Gatehouse other = both.getLast()) {
            assertThat(administrators()).containsExactly(EMAIL + " 1");
            for (Gatehouse gatehouse : List.of(one, other)) {
                Api.Answer signedIn = gatehouse.api().logIn(EMAIL, "Copper-Lantern-77");
                assertThat(signedIn.status()).isEqualTo(200);
                assertThat(new Users(gatehouse.api(), "", EMAIL, signedIn.at("/accessToken")).askAsAdministrator())
                        .isEqualTo(200);
            }
        }
        var others = Map.of("GATEHOUSE_ADMIN_EMAIL", EMAIL, "GATEHOUSE_ADMIN_PASSWORD", "Violet-Kettle-42");
        try (Gatehouse again = Gatehouse.start(servers, others)) {
            assertThat(administrators()).containsExactly(EMAIL + " 1");
            Problems.demand(again.api().logIn(EMAIL, "Violet-Kettle-42"), 401, "invalid-credentials");
        }
    }

    @Test
    void aWeakPasswordIsRefusedInOneLineThatDoesNotRepeatIt(@TempDir Path directory) throws Exception {
        var variables = GatehouseProcess.variables(servers, Gatehouse.freePort());
        variables.putAll(Map.of("GATEHOUSE_ADMIN_EMAIL", EMAIL, "GATEHOUSE_ADMIN_PASSWORD", "password123"));
        try (GatehouseProcess process = GatehouseProcess.launch(variables, directory.resolve("output"))) {
            assertThat(process.process().waitFor(60, TimeUnit.SECONDS)).isTrue();
            assertThat(process.process().exitValue()).isEqualTo(1);
            assertThat(process.output().lines().filter(line -> line.contains("GATEHOUSE_ADMIN_PASSWORD")))
                    .hasSize(1);
            assertThat(process.output()).doesNotContain("password123");
        }
    }
}
