package dev.gatehouse.ratelimit;

import java.time.Duration;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * So many units in so much time.
 *
 * @param name of the policy that set it, in kebab-case, as headers, metrics and the log show it
 * @param quota 1 to a thousand million; 256 at most for an {@link Algorithm.ExactLog}
 * @param window whole milliseconds, from 10 of them to {@link #LONGEST}
 * @param penalty for whoever goes on when it is used up; null for none
 */
public record Limit(
        String name,
        int quota,
        Duration window,
        Algorithm algorithm,
        Mode mode,
        Outage outage,
        @Nullable Penalty penalty) {

    /** The longest window, and the longest block. */
    public static final Duration LONGEST = Duration.ofDays(366);

    /** The largest quota. */
    public static final int MOST = 1_000_000_000;

    private static final Pattern NAME = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");
    private static final Duration SHORTEST = Duration.ofMillis(10);

    /** Whether a limit refuses. */
    public enum Mode {
        ENFORCED,
        /** It counts, and says when it would have refused. */
        SHADOW
    }

    public Limit {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("a name in kebab-case, not " + name);
        }
        if (quota < 1 || quota > MOST) {
            throw new IllegalArgumentException("a quota of 1 to a thousand million");
        }
        if (!isTime(window) || window.compareTo(SHORTEST) < 0 || window.toNanosPart() % 1_000_000 != 0) {
            throw new IllegalArgumentException("a window of 10 ms to 366 days, in whole milliseconds");
        }
        if (algorithm instanceof Algorithm.ExactLog && quota > Algorithm.ExactLog.MOST) {
            throw new IllegalArgumentException("an exact log of at most " + Algorithm.ExactLog.MOST);
        }
        if (algorithm instanceof Algorithm.Spacing(int burst) && burst > quota) {
            throw new IllegalArgumentException("a burst up to the quota");
        }
    }

    /** A limit that is enforced, counted by each instance during an outage, and exact as far as that is cheap. */
    public static Limit of(String name, int quota, Duration window) {
        return new Limit(name, quota, window, sliding(quota), Mode.ENFORCED, Outage.OPEN_LOCAL, null);
    }

    /** A limit that never ends, for subjects of which nothing is counted but that may be blocked. */
    public static Limit none(String name) {
        return new Limit(name, MOST, LONGEST, new Algorithm.Uncounted(), Mode.ENFORCED, Outage.OPEN, null);
    }

    /** The way to count in a window that slides: a log of every unit up to 256, and sub-windows above. */
    public static Algorithm sliding(int quota) {
        return quota <= Algorithm.ExactLog.MOST ? new Algorithm.ExactLog() : new Algorithm.SubWindows();
    }

    public Limit with(Algorithm other) {
        return new Limit(name, quota, window, other, mode, outage, penalty);
    }

    public Limit with(Mode other) {
        return new Limit(name, quota, window, algorithm, other, outage, penalty);
    }

    public Limit with(Outage other) {
        return new Limit(name, quota, window, algorithm, mode, other, penalty);
    }

    public Limit with(Penalty other) {
        return new Limit(name, quota, window, algorithm, mode, outage, other);
    }

    /** The same with another quota, and the sliding algorithm that suits it. */
    public Limit withQuota(int other) {
        Algorithm suited =
                switch (algorithm) {
                    case Algorithm.ExactLog _, Algorithm.SubWindows _ -> sliding(other);
                    case Algorithm.Spacing(int burst) -> new Algorithm.Spacing(Math.min(burst, other));
                    case Algorithm.AlignedWindow aligned -> aligned;
                    case Algorithm.Uncounted uncounted -> uncounted;
                };
        return new Limit(name, other, window, suited, mode, outage, penalty);
    }

    /** The most that can be taken at once. */
    public int most() {
        return algorithm instanceof Algorithm.Spacing(int burst) ? burst : quota;
    }

    /** Whether anything is counted. */
    public boolean isCounted() {
        return !(algorithm instanceof Algorithm.Uncounted);
    }

    public boolean isEnforced() {
        return mode == Mode.ENFORCED;
    }

    static boolean isTime(Duration time) {
        return time.toMillis() >= 1 && time.compareTo(LONGEST) <= 0;
    }
}
