package dev.gatehouse.identity.model;

import java.time.Instant;
import java.util.Locale;
import java.util.Map;

/** The types of the events that tell of a change of a user's row; the subject of each is the user, unless it says otherwise. */
public final class UserEvent {

    /** An account was made. */
    public static final String REGISTERED = "user.registered";

    /** Anything about the user changed. Its data: {@link #VERSION}, of the user from then on. */
    public static final String UPDATED = "user.updated";

    /** The user's preferences changed. Its data: {@link #VERSION}, of the preferences from then on. */
    public static final String PREFERENCES_CHANGED = "user.preferences-changed";

    /** The password is another one, changed or reset, and all sessions from before are over. */
    public static final String PASSWORD_CHANGED = "user.password-changed";

    /**
     * Somebody forgot a password. The subject is the user or, for an address without an account, nobody: both are told
     * alike, so that nothing about the request tells them apart.
     */
    public static final String PASSWORD_RESET_REQUESTED = "user.password-reset-requested";

    /** A user wants the link again that confirms their address. */
    public static final String EMAIL_VERIFICATION_REQUESTED = "user.email-verification-requested";

    /** A user wants another address, which is to be confirmed first. */
    public static final String EMAIL_CHANGE_REQUESTED = "user.email-change-requested";

    /** A user has another address. */
    public static final String EMAIL_CHANGED = "user.email-changed";

    /** Somebody wanted to register with the address of a user. */
    public static final String REGISTRATION_REPEATED = "user.registration-repeated";

    /** An administrator made an account, whose owner is to choose its password. */
    public static final String INVITED = "user.invited";

    /** Accounts were taken over from another system. Its subject is nobody; its data: {@link #count}, how many. */
    public static final String IMPORTED = "users.imported";

    /** An administrator has the invitation mailed once more. */
    public static final String INVITATION_REQUESTED = "user.invitation-requested";

    /** The user has another role. Its data: {@link #role}. */
    public static final String ROLE_CHANGED = "user.role-changed";

    /** The user may not log in any more, and all their sessions are over. */
    public static final String DISABLED = "user.disabled";

    /** The user may log in again. */
    public static final String ENABLED = "user.enabled";

    /** The user wishes to be erased. Its data: {@link #dueAt}, until when they may think better of it. */
    public static final String ERASURE_REQUESTED = "user.erasure-requested";

    /** The user has thought better of it. */
    public static final String ERASURE_UNDONE = "user.erasure-undone";

    /** The user is gone, with all that identity had of them; others do now what is to be done about it. */
    public static final String DELETED = "user.deleted";

    private static final String VERSION = "version";
    private static final String DUE_AT = "dueAt";

    private UserEvent() {}

    public static Map<String, String> data(long version) {
        return Map.of(VERSION, Long.toString(version));
    }

    /** What a wish to be erased tells. */
    public static Map<String, String> dueAt(Instant dueAt) {
        return Map.of(DUE_AT, dueAt.toString());
    }

    /**
     * Reads what {@link #dueAt(Instant)} made.
     *
     * @throws java.time.format.DateTimeParseException for the data of another event
     */
    public static Instant dueAt(Map<String, String> data) {
        return Instant.parse(data.getOrDefault(DUE_AT, ""));
    }

    /** What an import tells. */
    public static Map<String, String> count(long count) {
        return Map.of("count", Long.toString(count));
    }

    /** What a change of the role tells. */
    public static Map<String, String> role(Role role) {
        return Map.of("role", role.name().toLowerCase(Locale.ROOT));
    }

    /**
     * Reads what {@link #data} made.
     *
     * @throws NumberFormatException for the data of another event
     */
    public static long version(Map<String, String> data) {
        return Long.parseLong(data.getOrDefault(VERSION, ""));
    }
}
