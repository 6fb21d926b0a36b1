package dev.gatehouse.audit;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** All that is audited. Rows hold the name, programs see it in kebab-case: neither ever changes. */
public enum Action {
    REGISTER,
    LOG_IN,
    /** So many log-ins failed that the account takes no more for a while. */
    ACCOUNT_LOCK,
    LOG_OUT,
    LOG_OUT_EVERYWHERE,
    SESSION_END,
    SESSION_REFRESH,
    /** Name or number are others. */
    PROFILE_UPDATE,
    PASSWORD_CONFIRM,
    PASSWORD_CHANGE,
    PASSWORD_RESET_REQUEST,
    PASSWORD_RESET,
    EMAIL_VERIFY,
    EMAIL_CHANGE_REQUEST,
    EMAIL_CHANGE,
    CODE_REQUEST,
    CODE_VERIFY,
    SECOND_FACTOR_ENABLE,
    SECOND_FACTOR_DISABLE,
    /** At a log-in whose first half is done. */
    SECOND_FACTOR_VERIFY,
    RECOVERY_CODE_USE,
    RECOVERY_CODES_REPLACE,
    /** Showing once more who one is. */
    STEP_UP,
    /** A mail or message was handed over, or will never be taken. */
    MESSAGE_SEND,
    /** A request that was refused before anybody looked at what it wanted. */
    ACCESS,
    USER_INVITE,
    USER_UPDATE,
    ROLE_CHANGE,
    USER_DISABLE,
    USER_ENABLE,
    USER_DELETE,
    USER_IMPORT,
    /** A user was given all that is held of them. */
    DATA_EXPORT,
    ERASURE_REQUEST,
    ERASURE_UNDO,
    /** Their time to think better of it was over. */
    USER_ERASE,
    /** By the start of an instance, where there was none. */
    ADMINISTRATOR_MAKE,
    ACCOUNT_UNLOCK,
    SESSIONS_END,
    VERIFICATION_RESEND,
    LIMIT_BLOCK,
    LIMIT_PARDON,
    DEAD_LETTER_REDRIVE,
    SETTINGS_REPLACE,
    SETTINGS_REMOVE,
    /** Facts that there was no room for. */
    AUDIT_OMIT;

    /** Reads what {@link #text} made; empty for any other text. */
    public static Optional<Action> read(String text) {
        return Arrays.stream(values())
                .filter(action -> action.text().equals(text))
                .findFirst();
    }

    /** The name in kebab-case. */
    public String text() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
