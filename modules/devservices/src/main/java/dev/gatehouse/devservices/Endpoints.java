package dev.gatehouse.devservices;

import java.time.Duration;

/**
 * Where the application listens.
 *
 * @param port of the API, {@code GATEHOUSE_PORT}
 * @param managementPort of health and metrics, {@code GATEHOUSE_MANAGEMENT_PORT}
 */
record Endpoints(int port, int managementPort) {

    private static final Duration LONGEST_START = Duration.ofMinutes(2);

    static Endpoints of(Variables variables) {
        return new Endpoints(variables.port("GATEHOUSE_PORT", 8080), variables.port("GATEHOUSE_MANAGEMENT_PORT", 8081));
    }

    void demandFree() {
        demandFree(port, "GATEHOUSE_PORT");
        demandFree(managementPort, "GATEHOUSE_MANAGEMENT_PORT");
    }

    /** Waits until the API accepts connections; false if it never does. */
    boolean awaitAnswer() {
        return Deadline.in(LONGEST_START).await(this::answer);
    }

    boolean answer() {
        return Ports.accepts(port);
    }

    String api() {
        return "http://localhost:" + port;
    }

    String management() {
        return "http://localhost:" + managementPort;
    }

    private static void demandFree(int port, String variable) {
        if (Ports.taken(port)) {
            throw new DevServiceException(
                    "Port %d is taken: stop what listens there, or choose another with %s".formatted(port, variable));
        }
    }
}
