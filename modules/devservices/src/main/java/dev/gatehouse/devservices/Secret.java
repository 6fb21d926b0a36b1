package dev.gatehouse.devservices;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;

/** Text in a file that its owner alone may read. */
final class Secret {

    private static final SecureRandom RANDOM = new SecureRandom();

    private Secret() {}

    /** A password of 24 random bytes in base64url: letters, digits, {@code -} and {@code _}. */
    static String password(Path file) {
        return keep(file, Base64.getUrlEncoder(), 24);
    }

    /** A key of 32 random bytes in standard base64. */
    static String key(Path file) {
        return keep(file, Base64.getEncoder(), 32);
    }

    /** Writes a file whole or not at all. */
    static void write(Path file, String text) throws IOException {
        var ownerOnly = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
        var draft = file.resolveSibling(file.getFileName() + ".new");
        Files.deleteIfExists(draft);
        Files.createFile(draft, ownerOnly);
        Files.writeString(draft, text);
        Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
    }

    private static synchronized String keep(Path file, Base64.Encoder encoder, int bytes) {
        try {
            if (Files.notExists(file)) {
                Home.createOwnerOnly(file.resolveSibling(""));
                var random = new byte[bytes];
                RANDOM.nextBytes(random);
                write(file, encoder.encodeToString(random) + "\n");
            }
            return Files.readString(file).strip();
        } catch (IOException e) {
            throw new UncheckedIOException("Could not keep a secret in " + file, e);
        }
    }
}
