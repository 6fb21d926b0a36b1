package dev.gatehouse.devservices;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class RedisServerIT {

    private static final RedisServer SHARED = new RedisServer(Workplace.at("redis"));

    @BeforeAll
    static void start() {
        SHARED.wipe().start();
    }

    @AfterAll
    static void close() {
        SHARED.close();
    }

    @Test
    void isTheVersionItSays() throws IOException {
        assertThat(ask(SHARED, "INFO server")).contains("redis_version:" + SHARED.version());
    }

    @Test
    void writesEverythingAndEvictsNothing() throws IOException {
        assertThat(ask(SHARED, "CONFIG GET appendonly")).contains("yes");
        assertThat(ask(SHARED, "CONFIG GET maxmemory-policy")).contains("noeviction");
        assertThat(ask(SHARED, "CONFIG GET bind")).contains("127.0.0.1").doesNotContain("::");
    }

    @Test
    void demandsThePassword() throws IOException {
        assertThat(exchange(SHARED, "GET anything", 10_000)).startsWith("-NOAUTH");
    }

    @Test
    void showsNoPasswordInTheListOfProcesses() {
        var arguments =
                SHARED.daemon().process().flatMap(process -> process.info().arguments());
        assertThat(arguments.orElseThrow()).noneMatch(argument -> argument.contains(SHARED.password()));
    }

    @Test
    void keepsItsPortAndDataOverAnOutage() throws IOException {
        ask(SHARED, "SET kept before");

        SHARED.stop();
        assertThatExceptionOfType(IOException.class).isThrownBy(() -> ask(SHARED, "PING"));
        SHARED.start();

        assertThat(ask(SHARED, "GET kept")).contains("before");
    }

    @Test
    void isGoneAtOnceWhenItIsKilled() throws IOException {
        SHARED.kill();
        assertThatExceptionOfType(IOException.class).isThrownBy(() -> ask(SHARED, "PING"));
        SHARED.start();
        assertThat(ask(SHARED, "PING")).contains("PONG");
    }

    @Test
    void hangsWhileItIsFrozen() throws IOException {
        SHARED.freeze();
        assertThatExceptionOfType(SocketTimeoutException.class).isThrownBy(() -> exchange(SHARED, "PING", 100));
        SHARED.thaw();
        assertThat(ask(SHARED, "PING")).contains("PONG");
    }

    @Test
    void refusesATakenPort() {
        try (var second = new RedisServer(Workplace.at("redis-second"), SHARED.port())) {
            assertThatExceptionOfType(DevServiceException.class)
                    .isThrownBy(second::start)
                    .withMessage("Port %d, meant for Redis, is taken", SHARED.port());
        }
    }

    @Test
    void replacesTheServerThatAKilledJvmLeftRunning() throws IOException {
        var directory = Workplace.at("redis-orphaned");
        try (var before = new RedisServer(directory)) {
            before.wipe();
        }
        try (var jvm = ChildJvm.run(StartAndWait.class, Map.of(), "redis", directory.toString());
                var server = new RedisServer(directory)) {
            assertThat(jvm.readTo("ready")).contains("ready");
            jvm.kill();
            var orphan = server.daemon().process().orElseThrow();

            server.start();

            assertThat(server.daemon().process().orElseThrow()).isNotEqualTo(orphan);
            assertThat(ask(server, "PING")).contains("PONG");
        }
    }

    /** What the server says to one command, after the log-in. */
    private static String ask(RedisServer server, String command) throws IOException {
        return exchange(server, "AUTH " + server.password() + "\r\n" + command, 10_000);
    }

    private static String exchange(RedisServer server, String commands, int timeoutMillis) throws IOException {
        try (var socket = Ports.connect(server.port())) {
            socket.setSoTimeout(timeoutMillis);
            socket.getOutputStream().write((commands + "\r\nQUIT\r\n").getBytes(StandardCharsets.UTF_8));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
