package dev.gatehouse.identity.model;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * That somebody asked for a code at a destination, and is to show that they can read it there.
 *
 * @param requester the user who asked, and who alone may answer; null where anybody may who has the id
 * @param language that whoever asked would rather read; null where nobody said
 */
public record Challenge(
        ChallengeId id,
        Purpose purpose,
        Destination destination,
        @Nullable UserId requester,
        @Nullable Locale language) {

    /** What the right answer is good for. */
    public enum Purpose {
        /** A grant; and if the destination is the requester's own, it is verified from then on. */
        VERIFY,
        /** A session of whoever has verified the destination. */
        LOGIN
    }

    /** Whether somebody may answer it. */
    public boolean isFor(@Nullable UserId answering) {
        return requester == null || requester.equals(answering);
    }

    @Override
    public String toString() {
        return "Challenge[" + id + ", " + purpose + "]";
    }
}
