package dev.gatehouse.devservices;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * The user a server runs as. Postgres refuses to run as root, so for root it runs in a user namespace of its own, where
 * it sees itself as nobody; where the kernel forbids those (as Docker does), it runs as nobody in earnest.
 */
enum RunAs {
    CALLER,
    NAMESPACE,
    NOBODY;

    private static final Integer NOBODY_ID = 65534;

    /** Chooses for a server whose files are in this directory; one that nobody owns stays with nobody. */
    static RunAs forServerIn(Path directory) throws IOException {
        if (!"root".equals(System.getProperty("user.name"))) {
            return CALLER;
        }
        if (!NOBODY_ID.equals(Files.getAttribute(directory, "unix:uid")) && NAMESPACE.works()) {
            return NAMESPACE;
        }
        if (NOBODY.works()) {
            return NOBODY;
        }
        throw new DevServiceException(
                "PostgreSQL does not run as root, and neither unshare -U nor setpriv works here: run as another user");
    }

    /** Makes everything in the directory the server's own. */
    void own(Path directory) throws IOException {
        if (this == NOBODY) {
            FileTree.chown(directory, NOBODY_ID);
            if (!command("test", "-w", directory).works()) {
                throw new DevServiceException("PostgreSQL would run as nobody (65534), who cannot reach " + directory
                        + ": run as another user than root, or keep the data elsewhere");
            }
        }
    }

    Command command(Object... line) {
        return Command.prefixed(prefix(), line);
    }

    private List<String> prefix() {
        return switch (this) {
            case CALLER -> List.of();
            case NAMESPACE -> List.of("unshare", "-U");
            case NOBODY -> List.of("setpriv", "--reuid=65534", "--regid=65534", "--clear-groups");
        };
    }

    private boolean works() {
        return command("true").works();
    }
}
