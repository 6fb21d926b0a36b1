package dev.gatehouse.app.adapter.redis;

import static dev.gatehouse.app.adapter.redis.RedisScript.argument;

import dev.gatehouse.ratelimit.Decision;
import dev.gatehouse.ratelimit.Demand;
import dev.gatehouse.ratelimit.LimitKey;
import dev.gatehouse.ratelimit.RateLimiter;
import dev.gatehouse.ratelimit.RateLimiterUnavailable;
import dev.gatehouse.ratelimit.Receipt;
import dev.gatehouse.ratelimit.Standing;
import dev.gatehouse.ratelimit.Subject;
import io.lettuce.core.RedisException;
import io.lettuce.core.protocol.AsyncCommand;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A limiter in Redis: a string for each count and for each subject with strikes or a block, named as
 * {@link RateLimitKey} says, and a script that decides over all of them by the server's clock.
 *
 * <p>In a cluster the demands of one slot are decided together, and those of several at the same time but each by itself;
 * what some have taken is given back when another refuses, or gives no answer.
 *
 * <p>Every key ends by itself: a count when nothing of it counts any more, a sentence when it is over and forgotten.
 */
public final class RedisRateLimiter implements RateLimiter {

    private static final RedisScript DECIDE = RedisScript.named("rate-limit");
    private static final RedisScript REFUND = RedisScript.named("rate-limit-refund");
    private static final RedisScript SENTENCE = RedisScript.named("rate-limit-sentence");
    private static final RedisScript FORGET = RedisScript.named("rate-limit-forget");

    private final RedisConnection redis;

    public RedisRateLimiter(RedisConnection redis) {
        this.redis = redis;
    }

    @Override
    public Decision acquire(List<Demand> demands) {
        Demand.checkTogether(demands);
        List<List<Demand>> parts = bySlot(demands, Demand::key);
        List<RedisScript.Call> calls =
                parts.stream().map(RedisRateLimiter::decide).toList();
        if (parts.size() == 1) {
            return RateLimitText.decision(run(calls.getFirst()), demands);
        }
        return joined(demands, parts, available(() -> redis.tryAll(calls)));
    }

    private Decision joined(
            List<Demand> demands, List<List<Demand>> parts, List<AsyncCommand<String, byte[], byte[]>> answers) {
        var decisions = new ArrayList<Decision>();
        RateLimiterUnavailable failure = null;
        for (int i = 0; i < parts.size(); i++) {
            var answer = answers.get(i);
            try {
                decisions.add(RateLimitText.decision(available(() -> Answers.read(answer)), parts.get(i)));
            } catch (RateLimiterUnavailable unanswered) {
                failure = unanswered;
            }
        }
        var joined = new JoinedDecision(demands, decisions);
        if (failure != null) {
            refund(joined.taken());
            throw failure;
        }
        refund(joined.toBeGivenBack());
        return joined.decision();
    }

    private static RedisScript.Call decide(List<Demand> demands) {
        List<String> keys = demands.stream()
                .map(Demand::key)
                .flatMap(key -> Stream.of(RateLimitKey.ofState(key), RateLimitKey.ofSentence(key.subject())))
                .toList();
        return DECIDE.on(keys, RateLimitText.arguments(demands));
    }

    @Override
    public void refund(Collection<Receipt> receipts) {
        if (!receipts.isEmpty()) {
            List<RedisScript.Call> calls = bySlot(
                            receipts, receipt -> receipt.demand().key())
                    .stream()
                    .map(RedisRateLimiter::giveBack)
                    .toList();
            available(() -> redis.runAll(calls));
        }
    }

    private static RedisScript.Call giveBack(List<Receipt> receipts) {
        return REFUND.on(
                receipts.stream()
                        .map(receipt -> RateLimitKey.ofState(receipt.demand().key()))
                        .toList(),
                receipts.stream()
                        .map(RateLimitText::arguments)
                        .flatMap(List::stream)
                        .toList());
    }

    private <T> List<List<T>> bySlot(Collection<T> all, Function<T, LimitKey> key) {
        return List.copyOf(all.stream()
                .collect(Collectors.groupingBy(
                        one -> redis.slot(RateLimitKey.ofState(key.apply(one))),
                        LinkedHashMap::new,
                        Collectors.toList()))
                .values());
    }

    @Override
    public void reset(LimitKey key) {
        run(FORGET.on(RateLimitKey.ofState(key)));
    }

    @Override
    public void block(Subject subject, Duration time) {
        run(SENTENCE.on(RateLimitKey.ofSentence(subject), argument(time.toMillis())));
    }

    @Override
    public void pardon(Subject subject) {
        run(FORGET.on(RateLimitKey.ofSentence(subject)));
    }

    @Override
    public Standing standing(Subject subject) {
        return RateLimitText.standing(run(SENTENCE.on(RateLimitKey.ofSentence(subject))), subject);
    }

    private byte @Nullable [] run(RedisScript.Call call) {
        return available(() -> redis.run(call));
    }

    private static <T extends @Nullable Object> T available(Supplier<T> call) {
        try {
            return call.get();
        } catch (RedisException failure) {
            throw new RateLimiterUnavailable(failure);
        }
    }
}
