package dev.gatehouse.notification.model;

import java.util.Locale;
import java.util.Set;

/** What a mail is about, and the values it is made of. */
@SuppressWarnings("ImmutableEnumChecker") // Set.of is immutable
public enum Template {
    WELCOME("name"),
    /** The same for an address that is yet to be confirmed: one mail, not two. */
    WELCOME_UNVERIFIED("name", "link", "validFor"),
    /** To whoever has an account since now that somebody else made. */
    INVITATION("name", "link", "validFor"),
    VERIFY_EMAIL("name", "link", "validFor"),
    PASSWORD_RESET("name", "link", "validFor"),
    PASSWORD_CHANGED("name", "time"),
    CHANGE_EMAIL("name", "link", "validFor"),
    /** To the address that the account is to leave. */
    EMAIL_CHANGE_REQUESTED("name", "time"),
    /** To whoever has an account already with the address that somebody wants. */
    ACCOUNT_EXISTS("name"),
    /** To whoever is to be erased, with the time until which they may think better of it. */
    ERASURE_REQUESTED("name", "time"),
    NEW_DEVICE("name", "device", "address", "time"),
    CODE("code", "validFor"),
    SECOND_FACTOR_ON("name", "time"),
    SECOND_FACTOR_OFF("name", "time"),
    RECOVERY_CODE_USED("name", "time", "left"),
    /** In the place of that one when it is time for another list. */
    FEW_RECOVERY_CODES("name", "time", "left");

    private final Set<String> valueNames;

    Template(String... valueNames) {
        this.valueNames = Set.of(valueNames);
    }

    /** The name of its files, for example {@code password-reset}. */
    public String fileName() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The names of its values: a mail has these, all of them, and no others. */
    public Set<String> valueNames() {
        return valueNames;
    }
}
