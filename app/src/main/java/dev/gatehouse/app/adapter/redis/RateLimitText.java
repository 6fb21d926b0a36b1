package dev.gatehouse.app.adapter.redis;

import static dev.gatehouse.app.adapter.redis.RedisScript.argument;

import dev.gatehouse.ratelimit.Algorithm;
import dev.gatehouse.ratelimit.Decision;
import dev.gatehouse.ratelimit.Demand;
import dev.gatehouse.ratelimit.Limit;
import dev.gatehouse.ratelimit.Penalty;
import dev.gatehouse.ratelimit.RateLimiterUnavailable;
import dev.gatehouse.ratelimit.Receipt;
import dev.gatehouse.ratelimit.Standing;
import dev.gatehouse.ratelimit.Subject;
import dev.gatehouse.ratelimit.Verdict;
import dev.gatehouse.ratelimit.Verdict.Reach;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.StringTokenizer;
import org.jspecify.annotations.Nullable;

/** What the scripts of limits are told, and what they say. */
final class RateLimitText {

    private static final String BLOCKED = "blocked";
    private static final byte[] NONE = argument(0);

    private RateLimitText() {}

    static List<byte[]> arguments(List<Demand> demands) {
        var arguments = new ArrayList<byte[]>();
        for (Demand demand : demands) {
            Limit limit = demand.limit();
            arguments.add(argument(letter(limit.algorithm())));
            arguments.add(argument(limit.quota()));
            arguments.add(argument(limit.window().toMillis()));
            arguments.add(argument(demand.cost()));
            arguments.add(argument(limit.most()));
            arguments.add(argument(limit.isEnforced() ? 1 : 0));
            arguments.addAll(penalty(limit.penalty()));
        }
        return arguments;
    }

    private static String letter(Algorithm algorithm) {
        return switch (algorithm) {
            case Algorithm.ExactLog log -> "l";
            case Algorithm.SubWindows tenths -> "t";
            case Algorithm.Spacing spacing -> "s";
            case Algorithm.AlignedWindow window -> "w";
            case Algorithm.Uncounted none -> "n";
        };
    }

    private static List<byte[]> penalty(@Nullable Penalty penalty) {
        return penalty == null
                ? List.of(NONE, NONE, NONE)
                : List.of(
                        argument(penalty.base().toMillis()),
                        argument(penalty.max().toMillis()),
                        argument(penalty.decay().toMillis()));
    }

    static Decision decision(byte @Nullable [] answer, List<Demand> demands) {
        var words = words(answer);
        try {
            String first = words.nextToken();
            if (first.equals(BLOCKED)) {
                return new Decision.Blocked(standing(
                        words, demands.get((int) number(words) - 1).key().subject()));
            }
            Instant at = Instant.EPOCH.plus(number(words), ChronoUnit.MICROS);
            return decided(first.equals("1"), at, words, demands);
        } catch (NoSuchElementException | NumberFormatException notOurs) {
            throw new RateLimiterUnavailable(notOurs);
        }
    }

    private static Decision decided(boolean admitted, Instant at, StringTokenizer words, List<Demand> demands) {
        var verdicts = new ArrayList<Verdict>();
        var receipts = new ArrayList<Receipt>();
        var struck = new ArrayList<Standing>();
        for (Demand demand : demands) {
            boolean hasRoom = number(words) == 1;
            int left = (int) number(words);
            long retry = number(words);
            long reset = Math.max(0, number(words) - at.toEpochMilli());
            long stamp = number(words);
            verdicts.add(new Verdict(
                    demand,
                    hasRoom,
                    left,
                    retry < 0 ? Verdict.NEVER : Duration.ofMillis(retry),
                    Duration.ofMillis(reset),
                    at,
                    Reach.SHARED));
            if (stamp > 0) {
                receipts.add(new Receipt(demand, Instant.ofEpochMilli(stamp), Reach.SHARED));
            }
            Standing standing = standing(words, demand.key().subject());
            if (standing.isBlocked()) {
                struck.add(standing);
            }
        }
        return admitted ? new Decision.Admitted(verdicts, receipts) : new Decision.Denied(verdicts, struck);
    }

    static Standing standing(byte @Nullable [] answer, Subject subject) {
        try {
            return standing(words(answer), subject);
        } catch (NoSuchElementException | NumberFormatException notOurs) {
            throw new RateLimiterUnavailable(notOurs);
        }
    }

    private static Standing standing(StringTokenizer words, Subject subject) {
        return new Standing(subject, (int) number(words), Duration.ofMillis(number(words)));
    }

    private static long number(StringTokenizer words) {
        return Long.parseLong(words.nextToken());
    }

    private static StringTokenizer words(byte @Nullable [] answer) {
        return new StringTokenizer(answer == null ? "" : new String(answer, StandardCharsets.US_ASCII));
    }

    static List<byte[]> arguments(Receipt receipt) {
        Limit limit = receipt.demand().limit();
        return List.of(
                argument(receipt.at().toEpochMilli()),
                argument(receipt.demand().cost()),
                argument(limit.quota()),
                argument(limit.window().toMillis()));
    }
}
