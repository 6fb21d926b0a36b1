package dev.gatehouse.identity.model;

import java.util.Locale;
import java.util.Map;

/** The types of the events that tell of second factors; the subject of each is the user. */
public final class SecondFactorEvent {

    /** From now on a user shows a second factor. */
    public static final String ENABLED = "second-factor.enabled";

    /** From now on a user shows none. Its data: {@link #by}. */
    public static final String DISABLED = "second-factor.disabled";

    /** A user has used a code of their list. Its data: {@link #left}. */
    public static final String RECOVERY_CODE_USED = "second-factor.recovery-code-used";

    /** A user has another list of codes. */
    public static final String RECOVERY_CODES_REPLACED = "second-factor.recovery-codes-replaced";

    private static final String BY = "by";
    private static final String LEFT = "left";

    /** Who has done it. */
    public enum By {
        USER,
        ADMIN
    }

    private SecondFactorEvent() {}

    public static Map<String, String> by(By who) {
        return Map.of(BY, who.name().toLowerCase(Locale.ROOT));
    }

    public static Map<String, String> left(int codes) {
        return Map.of(LEFT, Integer.toString(codes));
    }

    /**
     * Reads what {@link #left(int)} made.
     *
     * @throws NumberFormatException for the data of another event
     */
    public static int left(Map<String, String> data) {
        return Integer.parseInt(data.getOrDefault(LEFT, ""));
    }
}
