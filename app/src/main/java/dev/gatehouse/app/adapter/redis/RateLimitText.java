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
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
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

    /** The length of an argument. */
    private static final int ARGUMENT = 38;

    private static final byte[] NOTHING = {};
    private static final byte ADMITTED = 1;
    private static final byte BLOCKED = 2;

    private RateLimitText() {}

    /** One argument a demand, as the script lays it out. */
    static List<byte[]> arguments(List<Demand> demands) {
        var arguments = new ArrayList<byte[]>(demands.size());
        for (Demand demand : demands) {
            arguments.add(packed(demand));
        }
        return arguments;
    }

    private static byte[] packed(Demand demand) {
        Limit limit = demand.limit();
        var bytes = ByteBuffer.allocate(ARGUMENT);
        bytes.put(letter(limit.algorithm())).put(limit.isEnforced() ? (byte) 1 : 0);
        put(bytes.putInt(limit.quota()), limit.window());
        bytes.putInt(demand.cost()).putInt(limit.most());
        Penalty penalty = limit.penalty();
        if (penalty != null) {
            put(bytes, penalty.base());
            put(bytes, penalty.max());
            put(bytes, penalty.decay());
        }
        return bytes.array();
    }

    private static byte letter(Algorithm algorithm) {
        return (byte)
                switch (algorithm) {
                    case Algorithm.ExactLog log -> 'l';
                    case Algorithm.SubWindows tenths -> 't';
                    case Algorithm.Spacing spacing -> 's';
                    case Algorithm.AlignedWindow window -> 'w';
                    case Algorithm.Uncounted none -> 'n';
                };
    }

    private static void put(ByteBuffer bytes, Duration time) {
        long millis = time.toMillis();
        bytes.putShort((short) (millis >> Integer.SIZE)).putInt((int) millis);
    }

    static Decision decision(byte @Nullable [] answer, List<Demand> demands) {
        try {
            var bytes = ByteBuffer.wrap(answer == null ? NOTHING : answer);
            byte kind = bytes.get();
            if (kind == BLOCKED) {
                Subject subject = demands.get(bytes.get() - 1).key().subject();
                return new Decision.Blocked(new Standing(subject, bytes.get(), millis(bytes)));
            }
            return decided(kind == ADMITTED, bytes, demands);
        } catch (BufferUnderflowException | IndexOutOfBoundsException notOurs) {
            throw new RateLimiterUnavailable(notOurs);
        }
    }

    private static Decision decided(boolean admitted, ByteBuffer bytes, List<Demand> demands) {
        Instant at = Instant.EPOCH.plus(bytes.getLong(), ChronoUnit.MICROS);
        var verdicts = new ArrayList<Verdict>(demands.size());
        var receipts = new ArrayList<Receipt>(demands.size());
        var struck = new ArrayList<Standing>(0);
        for (Demand demand : demands) {
            boolean hasRoom = bytes.get() == 1;
            int left = bytes.getInt();
            long retry = number(bytes) - 1;
            long reset = Math.max(0, number(bytes) - at.toEpochMilli());
            long taken = number(bytes);
            verdicts.add(new Verdict(
                    demand,
                    hasRoom,
                    left,
                    retry < 0 ? Verdict.NEVER : Duration.ofMillis(retry),
                    Duration.ofMillis(reset),
                    at,
                    Reach.SHARED));
            if (taken > 0) {
                receipts.add(new Receipt(demand, Instant.ofEpochMilli(taken), Reach.SHARED));
            }
            var standing = new Standing(demand.key().subject(), bytes.get(), millis(bytes));
            if (standing.isBlocked()) {
                struck.add(standing);
            }
        }
        return admitted ? new Decision.Admitted(verdicts, receipts) : new Decision.Denied(verdicts, struck);
    }

    private static Duration millis(ByteBuffer bytes) {
        return Duration.ofMillis(number(bytes));
    }

    private static long number(ByteBuffer bytes) {
        return (long) Short.toUnsignedInt(bytes.getShort()) << Integer.SIZE | Integer.toUnsignedLong(bytes.getInt());
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
