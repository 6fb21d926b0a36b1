package dev.gatehouse.identity.model;

import java.util.Map;
import java.util.Optional;

/** The type of the event that tells of a code somebody asked for; its subject is nobody's id, new each time. */
public final class CodeEvent {

    /** A code is to be made and sent. Its data: {@link #challenge}. */
    public static final String REQUESTED = "otp.requested";

    private static final String CHALLENGE = "challenge";

    private CodeEvent() {}

    public static Map<String, String> data(ChallengeId challenge) {
        return Map.of(CHALLENGE, challenge.toString());
    }

    /** Reads what {@link #data} made; empty for the data of another event. */
    public static Optional<ChallengeId> challenge(Map<String, String> data) {
        return ChallengeId.read(data.getOrDefault(CHALLENGE, ""));
    }
}
