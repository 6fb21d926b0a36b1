package dev.gatehouse.identity.model;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * That somebody has shown one factor of a user, and is to show the second: good for {@link #LIFE}, and for as long as the
 * user's epoch stays. Kept by nobody but its holder.
 *
 * <p>{@code v1.<user>.<epoch>.<shown>.<nonce>.<until>.<mac>}: the method that was shown by its {@code amr}, a UUID by
 * chance, seconds since 1970, and the MAC of {@link SealedText}.
 *
 * @param nonce by which the tries at this challenge are counted
 * @param until to the second
 */
public record LoginChallenge(UserId user, long epoch, AuthMethod shown, UUID nonce, Instant until) {

    public static final Duration LIFE = Duration.ofMinutes(5);

    private static final String PURPOSE = "login-challenge/v1";
    private static final String UUID_FORM = "([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})";
    private static final Pattern FORM = Pattern.compile(
            "v1\\." + UUID_FORM + "\\.(0|[1-9][0-9]{0,17})\\.(pwd|otp)\\." + UUID_FORM + "\\.([1-9][0-9]{0,11})");

    /** The challenge of a user who has just shown one factor. */
    public static LoginChallenge of(User user, AuthMethod shown, UUID nonce, Instant now) {
        Instant until = Instant.ofEpochSecond(now.plus(LIFE).getEpochSecond());
        return new LoginChallenge(user.id(), user.epoch(), shown, nonce, until);
    }

    /** The challenge's text; a secret. */
    public String seal(MasterKey key) {
        return SealedText.seal(
                "v1." + user + "." + epoch + "." + shown.reference() + "." + nonce + "." + until.getEpochSecond(),
                key,
                PURPOSE);
    }

    /** Opens a text; empty unless exactly this text was sealed with this key, and is good now. */
    public static Optional<LoginChallenge> open(String text, MasterKey key, Instant now) {
        return SealedText.open(text, key, PURPOSE)
                .map(FORM::matcher)
                .filter(form -> form.matches())
                .map(form -> new LoginChallenge(
                        new UserId(UUID.fromString(form.group(1))),
                        Long.parseLong(form.group(2)),
                        form.group(3).equals(AuthMethod.PASSWORD.reference()) ? AuthMethod.PASSWORD : AuthMethod.CODE,
                        UUID.fromString(form.group(4)),
                        Instant.ofEpochSecond(Long.parseLong(form.group(5)))))
                .filter(challenge -> now.isBefore(challenge.until()));
    }

    /** Whether it is still about this user as they are now. */
    public boolean isAbout(User now) {
        return user.equals(now.id()) && epoch == now.epoch();
    }
}
