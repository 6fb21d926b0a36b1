package dev.gatehouse.devservices;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class LauncherIT {

    private static final Path DATA = Workplace.at("launched");

    private final TreeMap<String, String> properties = new TreeMap<>(Map.of(
            "gatehouse.data", DATA.toString(),
            "GATEHOUSE_PORT", Integer.toString(Ports.free()),
            "GATEHOUSE_MANAGEMENT_PORT", Integer.toString(Ports.free())));

    @Test
    void startsTheServersBeforeTheApplicationAndStopsThemAfterIt() {
        try (var jvm = launch()) {
            assertThat(String.join("\n", jvm.readTo("Ctrl-C")))
                    .containsPattern("PostgreSQL 18\\.\\d+ ready in \\d+\\.\\d+ s on port \\d+")
                    .containsPattern("Redis 7\\.0\\.15 ready in \\d+\\.\\d+ s on port \\d+")
                    .contains("http://localhost:" + properties.get("GATEHOUSE_PORT") + "/api");

            assertThat(jvm.terminate()).containsSubsequence("stopped with both servers there", "Stopped.");
            assertThat(jvm.exitCode()).isEqualTo(143);
        }
        assertThat(new PostgresServer(DATA.resolve("postgres")).daemon().runs()).isFalse();
        assertThat(new RedisServer(DATA.resolve("redis")).daemon().runs()).isFalse();
        assertThat(DATA.resolve("master-key")).isRegularFile().matches(Files::isReadable);
    }

    @Test
    void namesTheVariableOfAPortThatIsTaken() {
        try (var redis = new RedisServer(Workplace.at("redis-in-the-way")).start()) {
            properties.put("GATEHOUSE_PORT", Integer.toString(redis.port()));
            try (var jvm = launch()) {
                assertThat(jvm.readTo("GATEHOUSE_PORT"))
                        .containsExactly("Port %d is taken: stop what listens there, or choose another with %s"
                                .formatted(redis.port(), "GATEHOUSE_PORT"));
                assertThat(jvm.exitCode()).isEqualTo(1);
            }
        }
    }

    private ChildJvm launch() {
        return ChildJvm.run(Launcher.class, properties, TinyApplication.class.getName());
    }
}
