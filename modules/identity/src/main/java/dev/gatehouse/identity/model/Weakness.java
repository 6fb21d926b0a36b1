package dev.gatehouse.identity.model;

import java.util.Locale;

/** Why a password that is long enough is not good enough. */
public enum Weakness {
    PASSWORD_TOO_COMMON("This password is one of those that are tried first: choose one that nobody else has."),
    PASSWORD_PERSONAL("This password is little more than your name or your address: choose one that is not about you."),
    PASSWORD_TOO_GUESSABLE(
            "This password is guessed too soon: make it longer, with words that do not belong together."),
    PASSWORD_LEAKED("This password was found in a list of stolen ones: choose one that you use nowhere else.");

    private final String detail;

    Weakness(String detail) {
        this.detail = detail;
    }

    /** Stable and kebab-case, for programs. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** One sentence for people that says what to do; never repeats the password. */
    public String detail() {
        return detail;
    }
}
