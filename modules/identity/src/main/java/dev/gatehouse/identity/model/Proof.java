package dev.gatehouse.identity.model;

import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * How somebody has shown who they are, and when they last did.
 *
 * @param methods at least one, in the order in which they are declared
 * @param at the last time
 */
public record Proof(Set<AuthMethod> methods, Instant at) {

    public Proof {
        methods = Collections.unmodifiableSet(EnumSet.copyOf(methods));
    }

    public static Proof of(AuthMethod method, Instant at) {
        return new Proof(Set.of(method), at);
    }

    /** Reads what {@link #references} has written; empty for what no token of ours says. */
    public static Optional<Proof> read(List<?> references, Instant at) {
        var methods = EnumSet.noneOf(AuthMethod.class);
        for (AuthMethod method : AuthMethod.values()) {
            if (references.contains(method.reference())) {
                methods.add(method);
            }
        }
        return methods.isEmpty()
                ? Optional.empty()
                : Optional.of(new Proof(methods, at))
                        .filter(proof -> proof.references().equals(references));
    }

    /** With what was shown besides, just now. Less than was shown before makes nothing newer. */
    public Proof and(Set<AuthMethod> shown, Instant now) {
        var all = EnumSet.copyOf(methods);
        all.addAll(shown);
        boolean less = isMultiFactor() && !shown.contains(AuthMethod.MULTI_FACTOR);
        return new Proof(all, less ? at : now);
    }

    /** The {@code amr} of tokens (RFC 8176). */
    public List<String> references() {
        return methods.stream().map(AuthMethod::reference).toList();
    }

    public boolean isMultiFactor() {
        return methods.contains(AuthMethod.MULTI_FACTOR);
    }

    /** Whether it is no older than this; what is not to be until later is as good as new. */
    public boolean isWithin(Duration age, Instant now) {
        return !at.plus(age).isBefore(now);
    }
}
