package dev.gatehouse.identity;

import dev.gatehouse.identity.model.Challenge;
import dev.gatehouse.identity.model.Challenge.Purpose;
import dev.gatehouse.identity.model.ChallengeId;
import dev.gatehouse.identity.model.CodePolicy;
import dev.gatehouse.identity.model.MasterKey;
import dev.gatehouse.identity.model.OneTimeCode;
import dev.gatehouse.identity.model.UserId;
import dev.gatehouse.identity.port.ChallengeStore;
import dev.gatehouse.identity.port.ChallengeStoreUnavailable;
import dev.gatehouse.identity.port.OneTimeCodes;
import dev.gatehouse.identity.port.StoreUnavailable;
import dev.gatehouse.identity.port.VerifiedContacts;
import dev.gatehouse.ratelimit.RateLimiterUnavailable;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Makes the code of a challenge, to be sent at once: nothing but an HMAC of it is kept. */
public final class MakeCode {

    public record Command(ChallengeId challenge) {}

    public sealed interface Result {
        /**
         * @param reader the user who will read it, as far as one is known; null for nobody
         */
        record Made(
                Challenge challenge,
                OneTimeCode code,
                Duration validFor,
                @Nullable UserId reader) implements Result {}

        /** Nothing is to be sent: the challenge is over, or nobody has verified where a code to log in was to go. */
        record NobodyWaits() implements Result {}

        /** The day has had its SMS. */
        record QuotaUsedUp() implements Result {}

        /** What is needed for it is down: to be done again. */
        record NotYet(String reason) implements Result {}
    }

    private final ChallengeStore challenges;
    private final VerifiedContacts contacts;
    private final CodeChannels channels;
    private final OneTimeCodes codes;
    private final MasterKey key;
    private final CodePolicy policy;

    public MakeCode(
            ChallengeStore challenges,
            VerifiedContacts contacts,
            CodeChannels channels,
            OneTimeCodes codes,
            MasterKey key,
            CodePolicy policy) {
        this.challenges = challenges;
        this.contacts = contacts;
        this.channels = channels;
        this.codes = codes;
        this.key = key;
        this.policy = policy;
    }

    /** Each call makes another code, and the one before is none from then on. Four round trips at most. */
    public Result handle(Command command) {
        try {
            return challenges.find(command.challenge()).map(this::make).orElseGet(Result.NobodyWaits::new);
        } catch (ChallengeStoreUnavailable | StoreUnavailable | RateLimiterUnavailable down) {
            return new Result.NotYet(String.valueOf(down.getMessage()));
        }
    }

    private Result make(Challenge challenge) {
        Optional<UserId> reader = challenge.purpose() == Purpose.LOGIN
                ? contacts.find(challenge.destination())
                : Optional.ofNullable(challenge.requester());
        if (challenge.purpose() == Purpose.LOGIN && reader.isEmpty()) {
            return new Result.NobodyWaits();
        }
        if (!channels.afford(challenge.destination())) {
            return new Result.QuotaUsedUp();
        }
        OneTimeCode code = codes.nextCode();
        return challenges.arm(challenge.id(), code.hash(challenge.id(), key))
                ? new Result.Made(challenge, code, policy.life(), reader.orElse(null))
                : new Result.NobodyWaits();
    }
}
