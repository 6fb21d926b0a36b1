package dev.gatehouse.identity.model;

import java.time.Duration;

/** What a mail that somebody asked for is about, and how long a link in it works. */
public enum MailPurpose {
    /** To choose a new password. */
    RESET_PASSWORD(Duration.ofHours(1)),
    /** To confirm the address of an account. */
    VERIFY_EMAIL(Duration.ofHours(24)),
    /** To confirm the address that an account is to have instead of its own. */
    CHANGE_EMAIL(Duration.ofHours(1)),
    /** To choose the first password of an account that somebody else made. */
    INVITE(Duration.ofDays(7)),
    /** To tell the owner of an address that somebody wanted to register with it; without a link that proves anything. */
    TELL_OWNER(Duration.ZERO);

    private final Duration life;

    MailPurpose(Duration life) {
        this.life = life;
    }

    public Duration life() {
        return life;
    }
}
