package dev.gatehouse.devservices;

import java.nio.file.Path;

/** Directories for the tests' servers, below {@code target} so that they share the unpacked binaries. */
final class Workplace {

    private Workplace() {}

    static Path at(String name) {
        return Path.of("target", "servers", name).toAbsolutePath();
    }
}
