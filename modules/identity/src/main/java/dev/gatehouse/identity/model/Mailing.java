package dev.gatehouse.identity.model;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What was promised to a user by mail: at most one for each purpose, the newest.
 *
 * @param email where its link goes, and what the link says something about; once the user has another address it says
 *     nothing any more
 * @param digest that of the {@link MailToken} in the link; null until the mail is composed
 * @param expiresAt from when on the link is dead
 */
public record Mailing(
        UserId user,
        MailPurpose purpose,
        EmailAddress email,
        @Nullable String digest,
        Instant expiresAt) {

    /** One whose mail is yet to be composed. */
    public static Mailing promised(UserId user, MailPurpose purpose, EmailAddress email, Instant now) {
        return new Mailing(user, purpose, email, null, now.plus(purpose.life()));
    }

    /** One whose mail is being composed, with the token that its link holds. */
    public static Mailing linked(UserId user, MailPurpose purpose, EmailAddress email, MailToken token, Instant now) {
        return new Mailing(user, purpose, email, token.digest(), now.plus(purpose.life()));
    }

    public boolean isLive(Instant now) {
        return now.isBefore(expiresAt);
    }

    @Override
    public String toString() {
        return "Mailing[" + user + ", " + purpose + "]";
    }
}
