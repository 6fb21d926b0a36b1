package dev.gatehouse.app.wiring;

import dev.gatehouse.app.adapter.yaml.YamlPolicySource;
import dev.gatehouse.app.http.ratelimit.FreePass;
import dev.gatehouse.ratelimit.PolicySource.Reading;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.function.UnaryOperator;

/** What of rate limits must be right before anything starts. */
record LimitPreflight(UnaryOperator<String> variables) {

    private static final int ANY = 1;

    void check() {
        demandPolicies("GATEHOUSE_RATE_LIMITS");
        demandNetworks("GATEHOUSE_RATE_LIMIT_FREE_PEERS");
        demandDigests("GATEHOUSE_RATE_LIMIT_FREE_KEYS");
    }

    private void demandPolicies(String name) {
        String file = variables.apply(name);
        try {
            var source =
                    new YamlPolicySource(file.isBlank() ? null : Path.of(file), variables, Duration.ofMinutes(1), ANY);
            if (source.read() instanceof Reading.Wrong(String reason)) {
                throw new Refusal(name + ": " + reason);
            }
        } catch (InvalidPathException noPath) {
            throw new Refusal(name + " is no file.");
        }
    }

    private void demandNetworks(String name) {
        try {
            FreePass.of(variables.apply(name), "");
        } catch (IllegalArgumentException invalid) {
            throw new Refusal(name + " is networks like 10.0.0.0/8 with commas between.");
        }
    }

    private void demandDigests(String name) {
        try {
            FreePass.of("", variables.apply(name));
        } catch (IllegalArgumentException invalid) {
            throw new Refusal(name + " is SHA-256 digests of 64 hexadecimal digits with commas between.");
        }
    }
}
