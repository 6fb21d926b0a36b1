package dev.gatehouse.devservices;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The directory of one server: its data, secret and log, for one process at a time. */
final class Home implements AutoCloseable {

    private static final int LAST_LINES = 3;
    private static final Duration LETTING_GO = Duration.ofSeconds(1);

    private final String server;
    private final Path directory;
    private @Nullable ExclusiveLock lock;

    Home(String server, Path directory) {
        this.server = server;
        this.directory = directory.toAbsolutePath().normalize();
    }

    /** Makes the directory and takes it; again is fine. */
    void open() throws IOException {
        if (lock == null) {
            createOwnerOnly(directory);
            lock = ExclusiveLock.tryAcquire(path("lock"))
                    .orElseThrow(() -> new DevServiceException(
                            directory + " is in use: another run has its " + server + " there. Stop that run first"));
        }
    }

    @Override
    public void close() {
        if (lock != null) {
            try {
                lock.close();
                lock = null;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** True between {@link #open} and {@link #close}; whose home this is not has no business with the server there. */
    boolean isOpen() {
        return lock != null;
    }

    Path directory() {
        return directory;
    }

    /** Deletes all of it but the lock. */
    void clear() throws IOException {
        try (var children = Files.newDirectoryStream(directory)) {
            for (var child : children) {
                if (!child.equals(path("lock"))) {
                    FileTree.delete(child);
                }
            }
        }
    }

    Path path(String name) {
        return directory.resolve(name);
    }

    Path log() {
        return path("log");
    }

    Binaries binaries() {
        return new Binaries(directory.resolveSibling("bin"));
    }

    /** The port of the last start; a free one if there was none, or if someone else listens there now. */
    int port() {
        try {
            var kept = Integer.parseInt(Files.readString(path("port")).strip());
            return Ports.taken(kept) ? Ports.free() : kept;
        } catch (NoSuchFileException | NumberFormatException _) {
            return Ports.free();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void keepPort(int port) throws IOException {
        Files.writeString(path("port"), port + "\n");
    }

    /** Gives a server that was just killed a moment to let go of its port. */
    void demandFree(int port) {
        if (!Deadline.in(LETTING_GO).await(() -> !Ports.taken(port))) {
            throw new DevServiceException("Port %d, meant for %s, is taken".formatted(port, server));
        }
    }

    /** Makes a directory that others cannot look into; one that exists stays as it is. */
    static void createOwnerOnly(Path directory) throws IOException {
        if (Files.notExists(directory)) {
            var ownerOnly = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));
            Files.createDirectories(directory.getParent());
            Files.createDirectory(directory, ownerOnly);
        }
    }

    boolean logged(String text) throws IOException {
        return Files.exists(log()) && Files.readString(log()).contains(text);
    }

    /** What to say of a server that failed: the end of its own log. */
    DevServiceException failure(String what) throws IOException {
        var lines = Files.exists(log()) ? Files.readAllLines(log()) : List.<String>of();
        var last = lines.stream()
                .skip(Math.max(0, lines.size() - LAST_LINES))
                .map(String::strip)
                .collect(Collectors.joining(" | "));
        return new DevServiceException("%s %s (%s): %s".formatted(server, what, log(), last));
    }
}
