package dev.gatehouse.app.peer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/**
 * A server that comes as an npm package: {@code src/test/npm/<name>} has its package.json, its lock, and a start.js
 * that takes the port and ends with its standard input. Installed once, below {@code target/npm}.
 *
 * <p>Where the machine has no node and npm, the test that wants it is skipped.
 */
public final class NpmServer implements AutoCloseable {

    private static final Path SOURCES = Path.of("src", "test", "npm");
    private static final Path INSTALLED = Path.of("target", "npm");
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final Process process;
    private final int port;

    private NpmServer(Process process, int port) {
        this.process = process;
        this.port = port;
    }

    public static NpmServer start(String name) {
        Assumptions.assumeTrue(
                isOnPath("node") && isOnPath("npm"), "skipped: " + name + " needs node and npm, which are not on PATH");
        try {
            Path directory = install(name);
            int port = freePort();
            Process process = launch(directory, "server.log", "node", "start.js", Integer.toString(port));
            var server = new NpmServer(process, port);
            server.awaitConnection(directory.resolve("server.log"));
            return server;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    public URI uri() {
        return URI.create("http://127.0.0.1:" + port);
    }

    private static boolean isOnPath(String program) {
        return Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
                .anyMatch(directory -> Files.isExecutable(Path.of(directory, program)));
    }

    /** What is there was installed from this very lock, or is installed anew. */
    private static Path install(String name) throws IOException {
        Path source = SOURCES.resolve(name);
        Path directory = Files.createDirectories(INSTALLED.resolve(name));
        Path lock = directory.resolve("package-lock.json");
        Path done = directory.resolve("installed");
        boolean isCurrent = Files.exists(done) && Files.mismatch(source.resolve("package-lock.json"), lock) < 0;
        for (String file : List.of("package.json", "package-lock.json", "start.js")) {
            Files.copy(source.resolve(file), directory.resolve(file), StandardCopyOption.REPLACE_EXISTING);
        }
        if (!isCurrent) {
            Files.deleteIfExists(done);
            Process npm = launch(directory, "install.log", "npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund");
            assertThat(ended(npm) && npm.exitValue() == 0)
                    .as(() -> "npm ci: " + read(directory.resolve("install.log")))
                    .isTrue();
            Files.createFile(done);
        }
        return directory;
    }

    private static Process launch(Path directory, String log, String... command) throws IOException {
        return new ProcessBuilder(command)
                .directory(directory.toFile())
                .redirectErrorStream(true)
                .redirectOutput(directory.resolve(log).toFile())
                .start();
    }

    private static boolean ended(Process process) {
        try {
            return process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private void awaitConnection(Path log) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!accepts()) {
            assertThat(process.isAlive() && System.nanoTime() < deadline)
                    .as(() -> "it never listened: " + read(log))
                    .isTrue();
            Thread.onSpinWait();
        }
    }

    private boolean accepts() {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return socket.isConnected();
        } catch (IOException notYet) {
            return false;
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    @Override
    public void close() {
        process.destroy();
        ended(process);
    }
}
