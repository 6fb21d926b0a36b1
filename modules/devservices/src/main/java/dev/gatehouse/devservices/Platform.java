package dev.gatehouse.devservices;

import java.util.Locale;

/**
 * The operating system and processor of this machine, as archives of server binaries name them.
 *
 * @param system {@code linux} or {@code darwin}
 * @param arm true for a 64-bit ARM, false for a 64-bit x86
 */
record Platform(String system, boolean arm) {

    static Platform current() {
        return of(System.getProperty("os.name"), System.getProperty("os.arch"));
    }

    static Platform of(String name, String arch) {
        var system = name.toLowerCase(Locale.ROOT).startsWith("mac") ? "darwin" : name.toLowerCase(Locale.ROOT);
        if (!system.equals("linux") && !system.equals("darwin")) {
            throw new DevServiceException(
                    "There are no server binaries for " + name + ": set DB_HOST and REDIS_HOST to servers of your own");
        }
        return switch (arch) {
            case "amd64", "x86_64" -> new Platform(system, false);
            case "aarch64", "arm64" -> new Platform(system, true);
            default ->
                throw new DevServiceException("There are no server binaries for the processor " + arch
                        + ": set DB_HOST and REDIS_HOST to servers of your own");
        };
    }

    String postgresArchive() {
        return "postgres-%s-%s.txz".formatted(system, arm ? "arm_64" : "x86_64");
    }

    String redisExecutable(String version) {
        return "redis-server-%s-%s-%s".formatted(version, system, arm ? "arm64" : "amd64");
    }
}
