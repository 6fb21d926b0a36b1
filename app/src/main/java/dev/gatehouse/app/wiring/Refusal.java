package dev.gatehouse.app.wiring;

/** Why there is no start, in one line that names the variable. */
final class Refusal extends RuntimeException {

    Refusal(String line) {
        super(line);
    }

    static Refusal unset(String name) {
        return new Refusal(name + " is not set, and has no default. See docs/configuration.md.");
    }
}
