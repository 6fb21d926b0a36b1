package dev.gatehouse.devservices;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
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
                    .containsPattern("S3 ready in \\d+\\.\\d+ s on port \\d+")
                    .containsPattern("Mail ready in \\d+\\.\\d+ s on port \\d+")
                    .contains("http://localhost:" + properties.get("GATEHOUSE_PORT") + "/dev/mailbox")
                    .contains("http://localhost:" + properties.get("GATEHOUSE_PORT") + "/api");

            assertThat(jvm.terminate()).containsSubsequence("stopped with all servers there", "Stopped.");
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

    @Test
    void keepsThePortsOfTheLastRun() {
        var before = portsOfARun();
        var again = portsOfARun();
        assertThat(again).isEqualTo(before).hasSize(4);
    }

    @Test
    void introducesTheAdministratorOnce() throws IOException {
        Files.deleteIfExists(DATA.resolve("admin-password"));
        Files.deleteIfExists(DATA.resolve("admin-told"));
        try (var jvm = launch()) {
            var said = String.join("\n", jvm.readTo("Ctrl-C"));
            assertThat(said)
                    .contains(
                            "admin@example.com",
                            Files.readString(DATA.resolve("admin-password")).strip());
            jvm.terminate();
        }
        try (var jvm = launch()) {
            assertThat(String.join("\n", jvm.readTo("Ctrl-C"))).doesNotContain("admin@example.com");
        }
    }

    @Test
    void introducesNobodyWhereSomeoneHasNamedAnAdministrator() throws IOException {
        Files.deleteIfExists(DATA.resolve("admin-password"));
        Files.deleteIfExists(DATA.resolve("admin-told"));
        properties.putAll(Map.of("GATEHOUSE_ADMIN_EMAIL", "root@acme.example", "GATEHOUSE_ADMIN_PASSWORD", "theirs"));
        try (var jvm = launch()) {
            assertThat(String.join("\n", jvm.readTo("Ctrl-C"))).doesNotContain("admin@example.com", "theirs");
            assertThat(DATA.resolve("admin-password")).doesNotExist();
        }
    }

    @Test
    void startsNoServerThatSomeoneHasNamed() {
        properties.putAll(Map.of("S3_BUCKET", "theirs", "SMTP_HOST", "mail.example.com", "S3_ENDPOINT", "http://s3:1"));
        try (var jvm = launch()) {
            assertThat(String.join("\n", jvm.readTo("Ctrl-C")))
                    .contains("PostgreSQL", "Redis")
                    .doesNotContain("S3 ready", "Mail ready", "/dev/mailbox");
        }
    }

    @Test
    void saysWhichServerDidNotStart() throws IOException {
        var s3 = Files.createDirectories(DATA.resolve("s3"));
        FileTree.delete(s3.resolve("buckets"));
        Files.createFile(s3.resolve("buckets"));
        try (var jvm = launch()) {
            assertThat(String.join("\n", jvm.readTo("nothing that it would print")))
                    .contains("buckets")
                    .doesNotContain("Gatehouse is up");
            assertThat(jvm.exitCode()).isEqualTo(1);
        } finally {
            Files.delete(s3.resolve("buckets"));
        }
    }

    /** The servers and ports that one run tells of. */
    private Set<String> portsOfARun() {
        try (var jvm = launch()) {
            var lines = jvm.readTo("Ctrl-C");
            jvm.terminate();
            return lines.stream()
                    .filter(line -> line.contains(" on port "))
                    .map(line -> line.replaceFirst("ready in .* s ", ""))
                    .collect(Collectors.toSet());
        }
    }

    private ChildJvm launch() {
        return ChildJvm.run(Launcher.class, properties, TinyApplication.class.getName());
    }
}
