package dev.gatehouse.app.http.ratelimit;

import dev.gatehouse.ratelimit.Subject;
import java.net.InetAddress;
import java.util.Optional;
import java.util.UUID;

/** A subject as a path names it; of an IPv6 address the network is meant. */
final class SubjectPath {

    private SubjectPath() {}

    /** Empty for what cannot be one. */
    static Optional<Subject> read(String kind, String id) {
        try {
            return switch (kind) {
                case Subject.IP -> Optional.of(Subject.ip(InetAddress.ofLiteral(id)));
                case Subject.USER ->
                    Optional.of(Subject.user(UUID.fromString(id).toString()));
                default -> Optional.empty();
            };
        } catch (IllegalArgumentException nobody) {
            return Optional.empty();
        }
    }
}
