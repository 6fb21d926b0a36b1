package dev.gatehouse.identity.port;

import dev.gatehouse.identity.model.Challenge;
import dev.gatehouse.identity.model.ChallengeId;
import dev.gatehouse.identity.model.CodeAllowance;
import dev.gatehouse.identity.model.UserId;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The challenge of each destination, and the counts that a {@link dev.gatehouse.identity.model.CodePolicy} bounds. It may
 * forget all of it at any time: then codes have to be asked for anew.
 *
 * <p>Every method is one step that no other call for the same destination comes between, and one round trip. Each throws
 * {@link ChallengeStoreUnavailable} when the store does not answer. Destinations are not readable where they are kept.
 */
public interface ChallengeStore {

    /** What became of the wish for a code. */
    sealed interface Opening {
        record Opened() implements Opening {}

        /** Nothing has changed. */
        record TooSoon(Duration retryAfter) implements Opening {}
    }

    /** What became of a guess. */
    sealed interface Guess {
        /** It was the first right one, and the challenge is over. */
        record Right(Challenge challenge) implements Guess {}

        record Wrong() implements Guess {}

        /** Nothing was looked at: there is no such challenge, or not any more, or not for whoever guesses. */
        record Gone() implements Guess {}
    }

    /** Opens a challenge without a code, and ends the one before at the same destination; unless that is too soon. */
    Opening open(Challenge challenge);

    /** Finds a challenge that is not over; empty when it is, or never was. */
    Optional<Challenge> find(ChallengeId id);

    /**
     * Gives a challenge its code, in the place of one that it may have; its time and its tries go on.
     *
     * @return false when it is over: nothing is kept then
     */
    boolean arm(ChallengeId id, String codeHash);

    /**
     * What is left to a destination; takes nothing.
     *
     * @param destination its name, as in a {@link ChallengeId}
     */
    CodeAllowance look(String destination);

    /** Counts a try, and then compares. The challenge is over with the first right guess, or the last one it has. */
    Guess guess(ChallengeId id, @Nullable UserId guessing, String codeHash);
}
