package dev.gatehouse.devservices;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;

/**
 * The environment variables of this process, with system properties of the same names to fill its gaps.
 *
 * <p>An application sees a property as it would the variable if its placeholders name it literally, as {@code ${DB_HOST}}
 * does in Micronaut.
 */
record Variables(Map<String, String> environment) {

    static Variables current() {
        return new Variables(System.getenv());
    }

    Optional<String> find(String name) {
        return Optional.ofNullable(environment.get(name))
                .or(() -> Optional.ofNullable(System.getProperty(name)))
                .filter(value -> !value.isBlank());
    }

    boolean has(String name) {
        return find(name).isPresent();
    }

    int port(String name, int otherwise) {
        try {
            return find(name).map(Integer::valueOf).orElse(otherwise);
        } catch (NumberFormatException e) {
            throw new DevServiceException(name + " is not a port number", e);
        }
    }

    /** Refuses variables that describe a server nobody has named: half a description is a mistake. */
    void demandAbsent(String without, String... names) {
        Arrays.stream(names).filter(this::has).findFirst().ifPresent(name -> {
            throw new DevServiceException(
                    "%s is set but %s is not: set both, or neither for an embedded server".formatted(name, without));
        });
    }
}
