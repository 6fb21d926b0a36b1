package dev.gatehouse.app.adapter.redis;

import static dev.gatehouse.app.adapter.redis.RedisScript.argument;

import dev.gatehouse.identity.model.Challenge;
import dev.gatehouse.identity.model.ChallengeId;
import dev.gatehouse.identity.model.CodeAllowance;
import dev.gatehouse.identity.model.CodePolicy;
import dev.gatehouse.identity.model.MasterKey;
import dev.gatehouse.identity.model.UserId;
import dev.gatehouse.identity.port.ChallengeStore;
import dev.gatehouse.identity.port.ChallengeStoreUnavailable;
import io.lettuce.core.RedisException;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Challenges in Redis, four keys a destination: {@code otp:cooldown:{<h>}}, {@code otp:requests:{<h>}} and
 * {@code otp:tries:{<h>}} with the times of a day, and {@code otp:challenge:{<h>}}, the hash of the one challenge there is.
 *
 * <p>{@code <h>} is the destination's name. An id begins with it, so that all keys a script needs are known from the id,
 * and in one slot of a cluster. Every key ends by itself.
 */
public final class RedisChallengeStore implements ChallengeStore {

    private static final RedisScript OPEN = RedisScript.named("challenge-open");
    private static final RedisScript ARM = RedisScript.named("challenge-arm");
    private static final RedisScript LOOK = RedisScript.named("challenge-look");
    private static final RedisScript GUESS = RedisScript.named("challenge-guess");

    private final RedisConnection redis;
    private final CodePolicy policy;
    private final ChallengeText text;

    public RedisChallengeStore(RedisConnection redis, CodePolicy policy, MasterKey key, SecureRandom random) {
        this.redis = redis;
        this.policy = policy;
        this.text = new ChallengeText(new DestinationSeal(key, random), policy);
    }

    @Override
    public Opening open(Challenge challenge) {
        List<String> keys = List.of(
                key("cooldown", challenge.id()), key("requests", challenge.id()), key("challenge", challenge.id()));
        String answer = run(OPEN.on(keys, text.arguments(challenge)));
        return answer.equals("opened")
                ? new Opening.Opened()
                : new Opening.TooSoon(Duration.ofMillis(Long.parseLong(answer)));
    }

    @Override
    public Optional<Challenge> find(ChallengeId id) {
        return text.read(id, available(() -> redis.getHashes(List.of(key("challenge", id)))
                .getFirst()));
    }

    @Override
    public boolean arm(ChallengeId id, String codeHash) {
        return run(ARM.on(key("challenge", id), argument(id.nonce()), argument(codeHash)))
                .equals("armed");
    }

    @Override
    public CodeAllowance look(String destination) {
        String[] answer = run(LOOK.on(
                        List.of(key("cooldown", destination), key("requests", destination), key("tries", destination)),
                        List.of(
                                argument(policy.window().toMillis()),
                                argument(policy.requests()),
                                argument(policy.day().toMillis()),
                                argument(policy.dailyRequests()),
                                argument(policy.dailyTries()))))
                .split(" ", -1);
        return new CodeAllowance(Duration.ofMillis(Long.parseLong(answer[0])), Integer.parseInt(answer[1]));
    }

    @Override
    public Guess guess(ChallengeId id, @Nullable UserId guessing, String codeHash) {
        String answer = run(GUESS.on(
                List.of(key("challenge", id), key("tries", id)),
                List.of(
                        argument(id.nonce()),
                        argument(guessing == null ? "" : guessing.toString()),
                        argument(codeHash),
                        argument(policy.tries()),
                        argument(policy.day().toMillis()),
                        argument(policy.dailyTries()))));
        return switch (answer) {
            case "gone" -> new Guess.Gone();
            case "wrong" -> new Guess.Wrong();
            default -> text.read(id, answer).<Guess>map(Guess.Right::new).orElseGet(Guess.Gone::new);
        };
    }

    private static String key(String kind, ChallengeId id) {
        return key(kind, id.destination());
    }

    private static String key(String kind, String destination) {
        return "otp:" + kind + ":{" + destination + "}";
    }

    /** The script's answer; blank for none. */
    private String run(RedisScript.Call call) {
        byte[] answer = available(() -> redis.run(call));
        return answer == null ? "" : new String(answer, StandardCharsets.UTF_8);
    }

    private static <T extends @Nullable Object> T available(Supplier<T> call) {
        try {
            return call.get();
        } catch (RedisException failure) {
            throw new ChallengeStoreUnavailable(failure);
        }
    }
}
