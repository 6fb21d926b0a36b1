package dev.gatehouse.app.adapter.redis;

import static dev.gatehouse.app.adapter.redis.RedisScript.argument;

import dev.gatehouse.identity.model.Challenge;
import dev.gatehouse.identity.model.ChallengeId;
import dev.gatehouse.identity.model.CodePolicy;
import dev.gatehouse.identity.model.UserId;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/** A challenge as the scripts keep it: texts, of which a requester or a language may be empty. */
final class ChallengeText {

    private static final List<String> FIELDS = List.of("purpose", "requester", "language", "destination");

    private final DestinationSeal seal;
    private final CodePolicy policy;

    ChallengeText(DestinationSeal seal, CodePolicy policy) {
        this.seal = seal;
        this.policy = policy;
    }

    /** What the script that opens it is told. */
    List<byte[]> arguments(Challenge challenge) {
        UserId requester = challenge.requester();
        Locale language = challenge.language();
        return List.of(
                argument(challenge.id().nonce()),
                argument(challenge.purpose().name()),
                argument(requester == null ? "" : requester.toString()),
                argument(language == null ? "" : language.toLanguageTag()),
                argument(seal.seal(challenge.id(), challenge.destination())),
                argument(policy.life().toMillis()),
                argument(policy.cooldown().toMillis()),
                argument(policy.window().toMillis()),
                argument(policy.requests()),
                argument(policy.day().toMillis()),
                argument(policy.dailyRequests()));
    }

    /** Reads the hash of a destination; empty where it is of another challenge, or nobody of us wrote it. */
    Optional<Challenge> read(ChallengeId id, Map<String, byte[]> fields) {
        return id.nonce().equals(text(fields, "nonce"))
                ? read(id, FIELDS.stream().map(field -> text(fields, field)).toList())
                : Optional.empty();
    }

    /** Reads what the script says of a challenge that was answered. */
    Optional<Challenge> read(ChallengeId id, String lines) {
        return read(id, Stream.of(lines.split("\n", -1)).toList());
    }

    private Optional<Challenge> read(ChallengeId id, List<String> fields) {
        if (fields.size() != FIELDS.size()) {
            return Optional.empty();
        }
        try {
            var purpose = Challenge.Purpose.valueOf(fields.get(0));
            String requester = fields.get(1);
            String language = fields.get(2);
            return seal.open(id, fields.get(3))
                    .map(destination -> new Challenge(
                            id,
                            purpose,
                            destination,
                            requester.isEmpty() ? null : new UserId(UUID.fromString(requester)),
                            language.isEmpty() ? null : Locale.forLanguageTag(language)));
        } catch (IllegalArgumentException notOurs) {
            return Optional.empty();
        }
    }

    private static String text(Map<String, byte[]> fields, String name) {
        return new String(fields.getOrDefault(name, new byte[0]), StandardCharsets.UTF_8);
    }
}
