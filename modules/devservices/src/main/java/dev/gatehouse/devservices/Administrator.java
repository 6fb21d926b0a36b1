package dev.gatehouse.devservices;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * Who looks after the users of a run, if nobody else is named; their password is told once, and kept with the data.
 *
 * @param data the directory of all data
 */
record Administrator(Path data) {

    private static final String EMAIL = "admin@example.com";

    /** The variables that have the application make them. */
    Map<String, String> variables() {
        return Map.of("GATEHOUSE_ADMIN_EMAIL", EMAIL, "GATEHOUSE_ADMIN_PASSWORD", Secret.password(password()));
    }

    /** What to tell the person at the terminal; nothing where that was done. */
    Optional<String> introduction() {
        var told = data.resolve("admin-told");
        if (Files.notExists(password()) || Files.exists(told)) {
            return Optional.empty();
        }
        try {
            Files.createFile(told);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Optional.of(
                """
                The administrator, told this once (the password stays in %s):
                  E-mail      %s
                  Password    %s
                """.formatted(data.getFileName().resolve("admin-password"), EMAIL, Secret.password(password())));
    }

    private Path password() {
        return data.resolve("admin-password");
    }
}
