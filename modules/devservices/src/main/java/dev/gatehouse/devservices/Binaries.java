package dev.gatehouse.devservices;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.JarURLConnection;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import org.tukaani.xz.XZInputStream;

/**
 * The server binaries on the class path, unpacked once into a directory that servers share.
 *
 * <p>Each lands in a directory named after its resource and that resource's checksum, so a new version never meets an
 * old one. It is unpacked under another name and renamed when complete: a start killed half-way leaves nothing that a
 * later start would take for whole.
 */
final class Binaries {

    private final Path directory;

    Binaries(Path directory) {
        this.directory = directory;
    }

    /** The directory that holds {@code bin/postgres} and what it needs. */
    Path postgres() {
        return unpacked(Platform.current().postgresArchive(), Binaries::extract);
    }

    /** The executable of Redis. */
    Path redis(String version) {
        return unpacked(Platform.current().redisExecutable(version), Binaries::copyExecutable)
                .resolve("redis-server");
    }

    private Path unpacked(String resource, Unpacking unpacking) {
        try {
            var connection = resource(resource);
            var whole = directory.resolve(
                    "%s-%08x".formatted(resource, connection.getJarEntry().getCrc()));
            if (Files.exists(whole)) {
                return whole;
            }
            Files.createDirectories(directory);
            try (var _ = ExclusiveLock.acquire(directory.resolve(resource + ".lock"));
                    var in = connection.getInputStream()) {
                if (Files.notExists(whole)) {
                    var partial = directory.resolve(resource + ".partial");
                    FileTree.delete(partial);
                    Files.createDirectory(partial);
                    unpacking.unpack(in, partial);
                    Files.move(partial, whole, StandardCopyOption.ATOMIC_MOVE);
                }
            }
            return whole;
        } catch (IOException e) {
            throw new UncheckedIOException("Could not unpack " + resource + " into " + directory, e);
        }
    }

    private static JarURLConnection resource(String name) throws IOException {
        var url = Binaries.class.getClassLoader().getResource(name);
        if (url == null || !(url.openConnection() instanceof JarURLConnection connection)) {
            throw new DevServiceException(name + " is not on the class path");
        }
        return connection;
    }

    private static void extract(InputStream archive, Path target) throws IOException {
        var tar = new ProcessBuilder(List.of("tar", "-x", "-o", "-f", "-", "-C", target.toString()))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (var out = tar.getOutputStream();
                var in = new XZInputStream(archive)) {
            in.transferTo(out);
        }
        if (Command.exitCode(tar) != 0) {
            throw new IOException("tar failed");
        }
    }

    private static void copyExecutable(InputStream executable, Path target) throws IOException {
        var file = target.resolve("redis-server");
        Files.copy(executable, file);
        if (!file.toFile().setExecutable(true, false)) {
            throw new IOException("not allowed to make " + file + " executable");
        }
    }

    private interface Unpacking {
        void unpack(InputStream in, Path target) throws IOException;
    }
}
